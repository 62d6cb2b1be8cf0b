using GanNotebooks.Visualizers;
using Microsoft.DotNet.Interactive;
using Plotly.NET.Interactive;

namespace GanNotebooks.Interactive;

/// <summary>Makes the kit at home in .NET Interactive: charts of Plotly.NET are drawn and live views move. How the kit's own values are drawn they say themselves, by a convention that .NET Interactive knows.</summary>
/// <remarks>In a notebook: <c>#r "GanNotebooks.Interactive.dll"</c>, then <c>await new GanNotebooks.Interactive.KernelExtension().OnLoadAsync(Kernel.Root);</c></remarks>
public sealed class KernelExtension : IKernelExtension
{
    /// <inheritdoc/>
    public async Task OnLoadAsync(Kernel kernel)
    {
        await ((IKernelExtension)new FormatterKernelExtension()).OnLoadAsync(kernel).ConfigureAwait(false);
        TrainingView.Display = Show;
    }

    /// <summary>Shows a value in the running cell and returns what replaces it there; outside a cell there is no place to show it.</summary>
    private static Action<object> Show(object value)
    {
        if (KernelInvocationContext.Current is not { } cell) return _ => { };
        var shown = cell.Display(value);
        return shown.Update;
    }
}
