using GanNotebooks.Visualizers;
using Microsoft.DotNet.Interactive;

namespace GanNotebooks.Interactive;

/// <summary>Values that move in the output of the cell that shows them.</summary>
internal static class LiveViews
{
    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(5);

    /// <summary>Shows a value in the running cell and returns what replaces it there; outside a cell there is no place to show it.</summary>
    public static Action<object> Show(object value)
    {
        if (KernelInvocationContext.Current is not { } cell) return _ => { };
        var ended = new ManualResetEventSlim(IsEnd(value));
        // A cancelled cell takes no more outputs as soon as all who watch its token have been told: they are told when the last frame is out.
        cell.CancellationToken.Register(() => ended.Wait(LongestStep));
        var shown = cell.Display(value);
        return next =>
        {
            if (!IsEnd(next)) ended.Reset();
            shown.Update(next);
            if (IsEnd(next)) ended.Set();
        };
    }

    private static bool IsEnd(object value) => value is not TrainingFrame { IsLast: false };
}
