using System.Collections.Concurrent;
using GanNotebooks.Kernel.Display;
using GanNotebooks.Kernel.Scripting;

namespace GanNotebooks.Kernel.Sessions;

/// <summary>A session in a separate process. When that process ends, by an error in native code or from outside, the running cell gets an error and a new process replaces it.</summary>
/// <remarks>What the process writes to its standard streams is shown below the running cell, or the last one.</remarks>
public sealed class WatchedSession : ICellSession
{
    private readonly SessionProgram program;
    private readonly string workingDirectory;
    private readonly TextWriter log;
    private readonly Lock gate = new();
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly ConcurrentDictionary<int, IOutputSink> sinks = new();   // also of cells that have ended: their background work may still write
    private readonly PendingQuestions questions = new();
    private Running? running;
    private SessionProcess process;
    private IOutputSink? latest;
    private string? ended;   // why the last cell's process ended
    private int asked;
    private int marks;
    private bool disposed;

    /// <summary>Starts the process.</summary>
    /// <param name="program">The program that runs the cells.</param>
    /// <param name="workingDirectory">The notebook's folder.</param>
    /// <param name="log">Gets what the process writes before the first cell.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    public WatchedSession(SessionProgram program, string workingDirectory, TextWriter log)
    {
        (this.program, this.workingDirectory, this.log) = (program, workingDirectory, log);
        process = Start();
    }

    /// <inheritdoc/>
    public Task WarmUpAsync()
    {
        Current().Send(Word.WarmUp, _ => { });
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
#pragma warning disable CA1068
    public async Task<CellResult> RunAsync(string code, int cellNumber, IOutputSink sink, CancellationToken stop = default, CellRun? run = null)
#pragma warning restore CA1068
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(sink);
        await turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            var (cell, by) = Begin(cellNumber, sink, run?.Input, stop);
            by.Send(Word.Run, writer =>
            {
                writer.Write(cell.Id);
                writer.Write(code);
                writer.Write(cellNumber);
                writer.Write(run?.CellId ?? string.Empty);
                writer.Write(run?.Input is not null);
            });
            using var stopping = stop.Register(() => by.Send(Word.Stop, writer => writer.Write(cell.Id)));
            return await cell.Outcome.Task.ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public Task<Completion> CompleteAsync(string code, int cursor, CancellationToken cancel = default) =>
        questions.AskAsync(Current(), Word.Complete, code, cursor, new Completion([], cursor, cursor), cancel);

    /// <inheritdoc/>
    public Task<MimeBundle?> InspectAsync(string code, int cursor, CancellationToken cancel = default) =>
        questions.AskAsync<MimeBundle?>(Current(), Word.Inspect, code, cursor, null, cancel);

    /// <inheritdoc/>
    public Task<Completeness> JudgeAsync(string code) =>
        questions.AskAsync(Current(), Word.Judge, code, 0, new Completeness(CompletenessStatus.Unknown, string.Empty), CancellationToken.None);

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
        }
        process.Dispose();
        turn.Dispose();
    }

    private (Running Cell, SessionProcess By) Begin(int cellNumber, IOutputSink sink, IInputSource? input, CancellationToken stop)
    {
        lock (gate)
        {
            if (ended is not null)
            {
                sink.Stream(StreamName.Error, $"Before this cell the process that runs the cells has ended, and its variables are gone: {ended}. Run the cells above again.\n");
                ended = null;
            }
            if (process.Reason.Length > 0)
            {
                process = Start();
            }
            var cell = new Running(++asked, cellNumber, sink, input, stop);
            (running, latest, sinks[cell.Id]) = (cell, sink, sink);
            return (cell, process);
        }
    }

    private SessionProcess Start()
    {
        marks = 0;
        return new SessionProcess(program, workingDirectory, Heard, Wrote, Ended);
    }

    private SessionProcess Current()
    {
        lock (gate)
        {
            return process;
        }
    }

    private void Wrote(SessionProcess by, StreamName stream, string text)
    {
        if (latest is { } sink)
        {
            sink.Stream(stream, text);
        }
        else
        {
            log.Write(text);
            log.Flush();
        }
    }

    private void Ended(SessionProcess which)
    {
        Running? cell;
        lock (gate)
        {
            if (disposed)
            {
                which.Dispose();
            }
            (cell, running) = (running, null);
            ended = cell is null ? which.Reason : null;
            if (which.WasReady && !disposed)   // otherwise it would end at once again; the next cell tries it
            {
                process = Start();
                _ = WarmUpAsync();
            }
        }
        questions.GiveUp();
        if (cell is not null)
        {
            var error = LastWords.Error(which.Reason, cell.Number);
            cell.Sink.Error(error);
            cell.Outcome.TrySetResult(new CellResult { Error = error, WasInterrupted = cell.Stop.IsCancellationRequested });
        }
    }

    private void Heard(Word word, BinaryReader content)
    {
        switch (word)
        {
            case Word.Completion or Word.Inspection or Word.Judgement:
                questions.Take(content);
                break;
            case Word.Done:
                Finish(content.ReadInt32(), content.ReadJson<CellResult>());
                break;
            case Word.Ask:
                Ask(content);
                break;
            case > Word.Ready and < Word.Done when sinks.TryGetValue(content.ReadInt32(), out var sink):
                OutputMessages.Put(word, content, sink);
                break;
        }
    }

    private void Finish(int id, CellResult result)
    {
        Running? cell;
        SessionProcess by;
        lock (gate)
        {
            marks++;
            (cell, by) = (running?.Id == id ? running : null, process);
        }
        by.AwaitTexts(marks);
        lock (gate)
        {
            running = running == cell ? null : running;
        }
        cell?.Outcome.TrySetResult(result);
    }

    private void Ask(BinaryReader content)
    {
        var (cell, by, id) = (content.ReadInt32() == running?.Id ? running : null, Current(), content.ReadInt32());
        var (prompt, isPassword) = (content.ReadString(), content.ReadBoolean());
        _ = AnswerAsync();

        async Task AnswerAsync()
        {
            string? text = null;
            var refusal = string.Empty;
            try
            {
                text = cell?.Input is { } input ? await input.ReadAsync(prompt, isPassword, cell.Stop).ConfigureAwait(false) : null;
            }
            catch (Exception e)   // there is no user, or the cell was stopped
            {
                refusal = e.Message;
            }
            by.Send(Word.Answer, writer =>
            {
                writer.Write(id);
                writer.Write(text is not null);
                writer.Write(text ?? refusal);
            });
        }
    }

    private sealed record Running(int Id, int Number, IOutputSink Sink, IInputSource? Input, CancellationToken Stop)
    {
        public TaskCompletionSource<CellResult> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
