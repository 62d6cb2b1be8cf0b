using System.Text;
using GanNotebooks.Kernel.Display;
using Microsoft.DotNet.Interactive;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>Redirects the console of cells, as long as a session lives: they write to their outputs and read from their user.</summary>
/// <remarks>It lasts as long as a session, not only a cell, because background work writes to the cell that started it.</remarks>
internal sealed class ConsoleCapture : IDisposable
{
    private static readonly Lock Gate = new();
    private static int sessions;
    private static TextWriter? realOut;
    private static TextWriter? realError;
    private static TextReader? realIn;
    private static TextWriter? cellOut;
    private static TextWriter? cellError;
    private static TextReader? cellIn;

    private bool disposed;

    private ConsoleCapture()
    {
    }

    /// <summary>Starts to capture; dispose the result to end.</summary>
    public static ConsoleCapture Start()
    {
        lock (Gate)
        {
            if (sessions++ == 0)
            {
                (realOut, realError, realIn) = (Console.Out, Console.Error, Console.In);
                (cellOut, cellError, cellIn) = (new CellWriter(StreamName.Out, realOut), new CellWriter(StreamName.Error, realError), new CellReader(realIn));
                Renew();
            }
        }
        return new ConsoleCapture();
    }

    /// <summary>Captures again if the previous cell has replaced the console: such a replacement ends with its cell.</summary>
    public static void Renew()
    {
        lock (Gate)
        {
            if (sessions > 0)
            {
                Console.SetOut(cellOut!);
                Console.SetError(cellError!);
                Console.SetIn(cellIn!);
            }
        }
    }

    /// <summary>Restores the console when no other session lives.</summary>
    public void Dispose()
    {
        lock (Gate)
        {
            if (!disposed && --sessions == 0)
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

    /// <summary>Reads from the user of the cell that the calling thread belongs to; without a user, the input is empty.</summary>
    private sealed class CellReader(TextReader real) : TextReader
    {
        private string line = string.Empty;
        private int at;

        public override int Peek() => KernelInvocationContext.Current is null ? real.Peek() : Fill() ? line[at] : -1;

        public override int Read() => KernelInvocationContext.Current is null ? real.Read() : Fill() ? line[at++] : -1;

        public override string? ReadLine()
        {
            if (KernelInvocationContext.Current is not { } cell)
            {
                return real.ReadLine();
            }
            if (at == line.Length)
            {
                return Ask(cell);
            }
            var rest = line[at..].TrimEnd('\n');
            at = line.Length;
            return rest;
        }

        private bool Fill()
        {
            if (at == line.Length && Ask(KernelInvocationContext.Current!) is { } typed)
            {
                (line, at) = (typed + "\n", 0);
            }
            return at < line.Length;
        }

        private static string? Ask(KernelInvocationContext cell) => cell.ReadAsync(string.Empty, isPassword: false).GetAwaiter().GetResult();
    }
}
