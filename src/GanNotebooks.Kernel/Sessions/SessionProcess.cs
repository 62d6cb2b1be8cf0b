using System.Diagnostics;
using System.IO.Pipes;
using GanNotebooks.Kernel.Display;

namespace GanNotebooks.Kernel.Sessions;

/// <summary>The program that runs cells, and the arguments before those that a <see cref="WatchedSession"/> adds.</summary>
/// <param name="FileName">For example dotnet.</param>
/// <param name="Arguments">For example the program's DLL; the program passes the arguments after them to <see cref="SessionServer.Run"/>.</param>
public sealed record SessionProgram(string FileName, IReadOnlyList<string> Arguments);

/// <summary>One process that runs cells, seen from the process that watches it.</summary>
internal sealed class SessionProcess : IDisposable
{
    private const int KeptErrors = 16 << 10;   // characters
    private static readonly TimeSpan LastMessages = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LastTexts = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan OrderlyEnd = TimeSpan.FromSeconds(2);
    private static readonly Lock Starting = new();

    private readonly Process process;
    private readonly MessagePipe pipe;
    private readonly object gate = new();
    private readonly Action<SessionProcess, StreamName, string> wrote;
    private string errors = string.Empty;
    private int told;   // how much of the errors has been passed on
    private int markedOut;
    private int markedErrors;

    /// <summary>Starts the process.</summary>
    /// <param name="program">The program to start.</param>
    /// <param name="workingDirectory">The notebook's folder.</param>
    /// <param name="heard">Called with its messages, on a separate thread.</param>
    /// <param name="wrote">Called with what it writes to its standard streams.</param>
    /// <param name="ended">Called when it has ended, after its last message.</param>
    public SessionProcess(
        SessionProgram program, string workingDirectory,
        Action<Word, BinaryReader> heard, Action<SessionProcess, StreamName, string> wrote, Action<SessionProcess> ended)
    {
        this.wrote = wrote;
        var mark = $"\u001e{Guid.NewGuid():N}\u001e";
        var commands = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
        var messages = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
        var start = new ProcessStartInfo(program.FileName, [.. program.Arguments, commands.GetClientHandleAsString(), messages.GetClientHandleAsString(), mark, workingDirectory])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingDirectory,        // as Jupyter starts kernels: relative paths in cells begin at the notebook
        };
        lock (Starting)   // another process started at the same time would inherit these handles
        {
            process = Process.Start(start)!;
            commands.DisposeLocalCopyOfClientHandle();
            messages.DisposeLocalCopyOfClientHandle();
        }
        process.StandardInput.Close();
        pipe = new MessagePipe(messages, commands);
        var output = new StandardStreamReader(process.StandardOutput.BaseStream, mark, text => wrote(this, StreamName.Out, text), () => Mark(ref markedOut));
        var error = new StandardStreamReader(process.StandardError.BaseStream, mark, WriteError, MarkError);
        var reader = new Thread(() => ReadMessages(heard)) { IsBackground = true, Name = "session" };
        reader.Start();
        new Thread(() => AwaitEnd(reader, output, error, ended)) { IsBackground = true, Name = "session's end" }.Start();
    }

    /// <summary>Whether it has reported that it is ready.</summary>
    public bool WasReady { get; private set; }

    /// <summary>Why it has ended; empty before its end.</summary>
    public string Reason { get; private set; } = string.Empty;

    public void Send(Word word, Action<BinaryWriter> write) => pipe.Send(word, write);

    /// <summary>Waits a short time for what the process wrote up to its last mark.</summary>
    /// <param name="marks">How many marks it has written.</param>
    public void AwaitTexts(int marks)
    {
        var end = Environment.TickCount64 + (long)LastTexts.TotalMilliseconds;
        lock (gate)
        {
            while ((markedOut < marks || markedErrors < marks) && end - Environment.TickCount64 is > 0 and var left)
            {
                Monitor.Wait(gate, (int)left);
            }
        }
    }

    /// <summary>Ends the process, gracefully if possible.</summary>
    public void Dispose()
    {
        Send(Word.End, _ => { });
        if (!process.WaitForExit(OrderlyEnd))
        {
            process.Kill();
        }
        pipe.Dispose();
    }

    private void ReadMessages(Action<Word, BinaryReader> heard)
    {
        while (pipe.Receive() is { } message)
        {
            WasReady = true;
            heard(message.Word, message.Content);
        }
    }

    private void AwaitEnd(Thread reader, StandardStreamReader output, StandardStreamReader error, Action<SessionProcess> ended)
    {
        process.WaitForExit();
        reader.Join(LastMessages);
        output.Join(LastTexts);
        error.Join(LastTexts);
        lock (gate)
        {
            Reason = LastWords.Reason(process.ExitCode, errors);
        }
        ended(this);
    }

    // A crash report is kept back: it becomes the error of the cell.
    private void WriteError(string text)
    {
        string more;
        lock (gate)
        {
            errors += errors.Length - told < KeptErrors ? text : string.Empty;   // a stack overflow lists all of its frames
            var end = LastWords.StartIn(errors) is >= 0 and var start ? Math.Max(start, told) : errors.Length;
            more = errors[told..end];
            told = end;
            var surplus = Math.Min(told, errors.Length - KeptErrors);
            if (surplus > 0)
            {
                errors = errors[surplus..];
                told -= surplus;
            }
        }
        if (more.Length > 0)
        {
            wrote(this, StreamName.Error, more);
        }
    }

    private void MarkError()
    {
        string rest;
        lock (gate)
        {
            rest = errors[told..];   // it looked like a crash report, but the process lives
            errors = string.Empty;
            told = 0;
        }
        if (rest.Length > 0)
        {
            wrote(this, StreamName.Error, rest);
        }
        Mark(ref markedErrors);
    }

    private void Mark(ref int marked)
    {
        lock (gate)
        {
            marked++;
            Monitor.PulseAll(gate);
        }
    }
}
