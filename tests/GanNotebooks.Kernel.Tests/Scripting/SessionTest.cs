using GanNotebooks.Kernel.Scripting;

namespace GanNotebooks.Kernel.Tests.Scripting;

/// <summary>A folder, a session in it, and cells numbered one after the other.</summary>
public abstract class SessionTest : IDisposable
{
    private int cells;

    protected SessionTest() => Session = new CSharpSession(Folder.Path);

    internal Folder Folder { get; } = new();

    protected CSharpSession Session { get; }

    internal async Task<(CellResult Result, RecordingSink Sink)> Run(string code, CancellationToken stop = default)
    {
        var sink = new RecordingSink();
        return (await Session.RunAsync(code, ++cells, sink, stop), sink);
    }

    /// <summary>Runs a cell, and stops it after its first output.</summary>
    internal async Task<(CellResult Result, RecordingSink Sink)> RunAndStop(string code)
    {
        using var stop = new CancellationTokenSource();
        var sink = new RecordingSink();
        var running = Session.RunAsync(code, ++cells, sink, stop.Token);
        await Task.WhenAny(sink.FirstOutput, running).WaitAsync(TimeSpan.FromSeconds(30));   // a cell that fails puts nothing out
        await stop.CancelAsync();
        return (await running.WaitAsync(TimeSpan.FromSeconds(30)), sink);
    }

    public void Dispose()
    {
        Session.Dispose();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
