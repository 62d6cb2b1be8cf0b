using GanNotebooks.Charts;
using GanNotebooks.Kernel.Display;
using GanNotebooks.Visualizers;
using Microsoft.DotNet.Interactive;

namespace GanNotebooks.Cli;

/// <summary>What the kernel shows of the kit, in lessons and in notebooks that load its package.</summary>
internal static class KernelDisplays
{
    /// <summary>From now on, in every session of this process: charts of Plotly.NET, whoever brings them, as plotly's schema, as a picture and in words; and live views, in the cell that runs.</summary>
    public static void Offer()
    {
        HostFormatters.Offer("Plotly.NET.GenericChart", () => ChartForm.All);
        TrainingView.Display = value =>
        {
            if (KernelInvocationContext.Current is not { } cell) return _ => { };      // outside a cell there is no place to show it
            var shown = cell.Display(value);
            return shown.Update;
        };
    }
}
