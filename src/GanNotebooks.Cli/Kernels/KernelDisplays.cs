using GanNotebooks.Charts;
using GanNotebooks.Kernel.Display;
using GanNotebooks.Visualizers;
using Microsoft.DotNet.Interactive;

namespace GanNotebooks.Cli;

/// <summary>How the kernel shows the kit's results, in lessons and in notebooks that load its package.</summary>
internal static class KernelDisplays
{
    /// <summary>Registers, for every session of this process, the forms of Plotly.NET's charts (plotly's schema, a picture, text) and live views in the running cell.</summary>
    public static void Offer()
    {
        HostFormatters.Offer("Plotly.NET.GenericChart", () => ChartForm.All);
        TrainingView.Display = value =>
        {
            if (KernelInvocationContext.Current is not { } cell) return _ => { };      // outside a cell nothing can be shown
            var shown = cell.Display(value);
            return shown.Update;
        };
    }
}
