using GanNotebooks.Visualizers;
using Microsoft.DotNet.Interactive;

namespace GanNotebooks.Interactive;

/// <summary>Shows values that are updated in the output of their cell.</summary>
internal static class LiveViews
{
    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(5);

    /// <summary>Shows a value in the running cell and returns an action that replaces it; outside a cell nothing is shown.</summary>
    public static Action<object> Show(object value)
    {
        if (KernelInvocationContext.Current is not { } cell) return _ => { };
        var ended = new ManualResetEventSlim(IsEnd(value));
        // A cancelled cell accepts no more outputs after all callbacks of its token have run: this callback waits until the last frame is sent.
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
