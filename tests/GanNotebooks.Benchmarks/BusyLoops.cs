using System.Diagnostics;

namespace GanNotebooks.Benchmarks;

/// <summary>Other programs that never rest, until disposed.</summary>
internal sealed class BusyLoops(int count) : IDisposable
{
    private readonly Process[] loops = [.. Enumerable.Range(0, count).Select(_ => Process.Start("/bin/sh", ["-c", "while :; do :; done"]))];

    public void Dispose()
    {
        foreach (var loop in loops)
        {
            loop.Kill();
            loop.Dispose();
        }
    }
}
