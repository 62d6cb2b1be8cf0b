using GanNotebooks.Charts;
using GanNotebooks.Kernel.Display;

namespace GanNotebooks.Cli;

/// <summary>Charts of Plotly.NET in the kernel, whoever brings them: shown as plotly's schema, as a picture and in words.</summary>
internal static class KernelCharts
{
    /// <summary>From now on, in every session of this process. Loads nothing before the first chart is shown.</summary>
    public static void Offer() => HostFormatters.Offer("Plotly.NET.GenericChart", () => ChartForm.All);
}
