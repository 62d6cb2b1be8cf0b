using System.Runtime.InteropServices;
using System.Text;

namespace GanNotebooks.Kernel.Sessions;

/// <summary>Marks the standard streams of a process, to which native libraries and programs that cells start write without .NET's console.</summary>
internal static partial class StandardStreams
{
    /// <summary>Writes a mark to both streams, after everything written before.</summary>
    public static void Mark(ReadOnlySpan<byte> mark)
    {
        try
        {
            _ = OperatingSystem.IsWindows() ? FlushWindows(0) : Flush(0);
            using var output = Console.OpenStandardOutput();
            output.Write(mark);
            using var error = Console.OpenStandardError();
            error.Write(mark);
        }
        catch (Exception e) when (e is IOException or EntryPointNotFoundException or DllNotFoundException)
        {
            // A cell has closed a stream: the other process does not wait long for the mark.
        }
    }

    // Flushes all streams: the text of native code is in C's buffers.
    [LibraryImport("libc", EntryPoint = "fflush")]
    private static partial int Flush(nint stream);

    [LibraryImport("ucrtbase", EntryPoint = "fflush")]
    private static partial int FlushWindows(nint stream);
}

/// <summary>Reads one of the streams in the other process.</summary>
internal sealed class StandardStreamReader
{
    private readonly string mark;
    private readonly Action<string> write;
    private readonly Action marked;
    private readonly Thread thread;
    private string held = string.Empty;   // may be the beginning of a mark

    public StandardStreamReader(Stream stream, string mark, Action<string> write, Action marked)
    {
        (this.mark, this.write, this.marked) = (mark, write, marked);
        thread = new Thread(() => ReadAll(stream), 256 << 10) { IsBackground = true, Name = "standard stream" };
        thread.Start();
    }

    /// <summary>Waits for the end of the stream; a program that a cell has started may hold it open.</summary>
    public void Join(TimeSpan patience) => thread.Join(patience);

    private void ReadAll(Stream stream)
    {
        var decoder = Encoding.UTF8.GetDecoder();
        var bytes = new byte[4096];
        var characters = new char[4096 + 1];
        try
        {
            while (stream.Read(bytes) is > 0 and var count)
            {
                Take(held + new string(characters, 0, decoder.GetChars(bytes.AsSpan(0, count), characters, flush: false)));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The end of the stream, as some systems report it.
        }
        Write(held);
    }

    private void Take(string text)
    {
        held = string.Empty;
        for (var at = text.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = text.IndexOf(mark, StringComparison.Ordinal))
        {
            Write(text[..at]);
            marked();
            text = text[(at + mark.Length)..];
        }
        var begun = text.LastIndexOf(mark[0]);
        if (begun >= 0 && mark.StartsWith(text[begun..], StringComparison.Ordinal))
        {
            held = text[begun..];
            text = text[..begun];
        }
        Write(text);
    }

    private void Write(string text)
    {
        if (text.Length > 0)
        {
            write(text);
        }
    }
}
