using System.Text;
using GanNotebooks.Kernel.Display;
using Microsoft.DotNet.Interactive;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>Sends what cells write to the console to their outputs, while at least one cell runs.</summary>
internal sealed class ConsoleCapture : IDisposable
{
    private static readonly Lock Gate = new();
    private static int running;
    private static TextWriter? realOut;
    private static TextWriter? realError;
    private static TextReader? realIn;

    private bool disposed;

    private ConsoleCapture()
    {
    }

    /// <summary>Begins to capture; dispose to end.</summary>
    public static ConsoleCapture Start()
    {
        lock (Gate)
        {
            if (running++ == 0)
            {
                (realOut, realError, realIn) = (Console.Out, Console.Error, Console.In);
                Console.SetOut(new CellWriter(StreamName.Out, realOut));
                Console.SetError(new CellWriter(StreamName.Error, realError));
                Console.SetIn(TextReader.Null);   // a cell must not wait for a keyboard that nobody sits at
            }
        }
        return new ConsoleCapture();
    }

    /// <summary>Gives the console back when no other cell runs.</summary>
    public void Dispose()
    {
        lock (Gate)
        {
            if (!disposed && --running == 0)
            {
                Console.SetOut(realOut!);
                Console.SetError(realError!);
                Console.SetIn(realIn!);
            }
            disposed = true;
        }
    }

    /// <summary>Writes to the cell that the calling thread belongs to; from elsewhere to the real console.</summary>
    private sealed class CellWriter(StreamName stream, TextWriter real) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Write(value.ToString());

        public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

        public override void Write(ReadOnlySpan<char> buffer) => Write(new string(buffer));

        public override void Write(string? value)
        {
            if (string.IsNullOrEmpty(value))
            {
                return;
            }
            if (KernelInvocationContext.Current is { } cell)
            {
                cell.Sink.Stream(stream, value);
            }
            else
            {
                real.Write(value);
            }
        }

        public override void WriteLine() => Write("\n");

        public override void WriteLine(string? value) => Write(value + "\n");

        public override void WriteLine(ReadOnlySpan<char> buffer) => Write($"{buffer}\n");
    }
}
