using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Text;
using GanNotebooks.Kernel.Display;
using GanNotebooks.Kernel.Scripting;
using Microsoft.DotNet.Interactive;

namespace GanNotebooks.Kernel.Sessions;

/// <summary>The process that runs the cells of a <see cref="WatchedSession"/>: it obeys the watching process, and ends with it.</summary>
public sealed class SessionServer : IDisposable
{
    private readonly BlockingCollection<Action> runs = [];
    private readonly ConcurrentDictionary<int, CancellationTokenSource> stops = [];
    private readonly ConcurrentDictionary<int, TaskCompletionSource<string?>> questions = [];
    private readonly CSharpSession session;
    private readonly MessagePipe pipe;
    private readonly byte[] mark;
    private int asked;

    private SessionServer(MessagePipe pipe, string mark, string workingDirectory)
    {
        (this.pipe, this.mark) = (pipe, Encoding.ASCII.GetBytes(mark));
        session = new CSharpSession(workingDirectory);
    }

    /// <summary>Serves until the watching process ends or asks it to end. Does not return: the process ends, even if its cells have left work running.</summary>
    /// <param name="arguments">The arguments that <see cref="WatchedSession"/> added to the program's.</param>
    public static void Run(IReadOnlyList<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);   // the terminal sends it to both processes, and the other one says what it means
        var input = new AnonymousPipeClientStream(PipeDirection.In, arguments[0]);
        var output = new AnonymousPipeClientStream(PipeDirection.Out, arguments[1]);
        Inheritance.Forbid(input.SafePipeHandle);
        Inheritance.Forbid(output.SafePipeHandle);
        using var server = new SessionServer(new MessagePipe(input, output), arguments[2], arguments[3]);
        ExceptionHandling.SetUnhandledExceptionHandler(Report);
        NativeFailure.Watch();
        new Thread(server.RunCells) { Name = "cells" }.Start();
        server.pipe.Send(Word.Ready, _ => { });
        while (server.pipe.Receive() is { } message && message.Word != Word.End)
        {
            server.Obey(message.Word, message.Content);
        }
        server.End();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        session.Dispose();
        runs.Dispose();
        pipe.Dispose();
    }

    // Reports an exception in a thread that a cell has started; otherwise it would end the process.
    private static bool Report(Exception exception)
    {
        KernelInvocationContext.Current?.Sink.Stream(StreamName.Error, $"A thread that a cell has started failed: {exception}\n");
        return true;
    }

    private void End()
    {
        new Thread(() =>
        {
            Thread.Sleep(1000);
            Process.GetCurrentProcess().Kill();   // native code may block a normal exit
        })
        { IsBackground = true }.Start();
        foreach (var stop in stops.Values)
        {
            stop.Interrupt();
        }
        session.Dispose();
        Environment.Exit(0);
    }

    private void RunCells()
    {
        foreach (var run in runs.GetConsumingEnumerable())
        {
            run();
        }
    }

    private void Obey(Word word, BinaryReader content)
    {
        switch (word)
        {
            case Word.WarmUp:
                _ = session.WarmUpAsync();
                break;
            case Word.Run:
                var (id, code, number, cellId, mayAsk) = (content.ReadInt32(), content.ReadString(), content.ReadInt32(), content.ReadString(), content.ReadBoolean());
                stops[id] = new CancellationTokenSource();
                runs.Add(() => RunCell(id, code, number, new CellRun { CellId = cellId.Length > 0 ? cellId : null, Input = mayAsk ? new Input(this, id) : null }));
                break;
            case Word.Stop when stops.TryGetValue(content.ReadInt32(), out var stop):
                stop.InterruptApart();
                break;
            case Word.Answer when questions.TryRemove(content.ReadInt32(), out var question):
                Input.Take(question, content);
                break;
            case Word.Complete:
                Answer(content, (text, cursor) => session.CompleteAsync(text, cursor), Word.Completion);
                break;
            case Word.Inspect:
                Answer(content, (text, cursor) => session.InspectAsync(text, cursor), Word.Inspection);
                break;
            case Word.Judge:
                Answer(content, (text, _) => Task.FromResult(CSharpSession.CompletenessOf(text)), Word.Judgement);
                break;
        }
    }

    private void RunCell(int id, string code, int number, CellRun run)
    {
        using var stop = stops[id];
        var result = session.RunAsync(code, number, new OutputMessages(pipe, id), stop.Token, run).GetAwaiter().GetResult();
        stops.TryRemove(id, out _);
        StandardStreams.Mark(mark);
        pipe.Send(Word.Done, writer =>
        {
            writer.Write(id);
            writer.WriteJson(result);
        });
    }

    private void Answer<T>(BinaryReader content, Func<string, int, Task<T>> ask, Word word)
    {
        var (id, code, cursor) = (content.ReadInt32(), content.ReadString(), content.ReadInt32());
        Task.Run(async () =>
        {
            var (answer, isKnown) = (default(T), false);
            try
            {
                (answer, isKnown) = (await ask(code, cursor).ConfigureAwait(false), true);
            }
            catch (Exception e)   // a question about code must not end the session
            {
                await Console.Error.WriteLineAsync($"{word}: {e}").ConfigureAwait(false);
            }
            pipe.Send(word, writer =>
            {
                writer.Write(id);
                writer.Write(isKnown);
                if (isKnown)
                {
                    writer.WriteJson(answer);
                }
            });
        });
    }

    /// <summary>Sends questions of one cell to its user, through the watching process.</summary>
    private sealed class Input(SessionServer server, int run) : IInputSource
    {
        public static void Take(TaskCompletionSource<string?> question, BinaryReader answer)
        {
            if (answer.ReadBoolean())
            {
                question.TrySetResult(answer.ReadString());
            }
            else
            {
                question.TrySetException(new StdinNotImplementedException(answer.ReadString()));
            }
        }

        public async Task<string> ReadAsync(string prompt, bool isPassword, CancellationToken cancel)
        {
            var id = Interlocked.Increment(ref server.asked);
            var question = server.questions[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
            server.pipe.Send(Word.Ask, writer =>
            {
                writer.Write(run);
                writer.Write(id);
                writer.Write(prompt);
                writer.Write(isPassword);
            });
            return (await question.Task.WaitAsync(cancel).ConfigureAwait(false))!;
        }
    }
}
