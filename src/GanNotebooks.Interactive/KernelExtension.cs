using GanNotebooks.Charts;
using GanNotebooks.Runtime;
using GanNotebooks.Visualizers;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;
using Plotly.NET.Interactive;
using TorchSharp;

namespace GanNotebooks.Interactive;

/// <summary>Makes the kit at home in .NET Interactive: the lessons' cells find their names and their native libraries, charts of Plotly.NET are drawn and live views move. How the kit's own values are drawn they say themselves, by a convention that .NET Interactive knows.</summary>
/// <remarks><c>notebooks/interactive.csx</c> loads it.</remarks>
public sealed class KernelExtension : IKernelExtension
{
    /// <inheritdoc/>
    public async Task OnLoadAsync(Kernel kernel)
    {
        // .NET Interactive looks for native libraries in packages, not beside an assembly that a cell refers to, and finds a libtorch of the system first.
        Libtorch.LoadFrom(Path.GetDirectoryName(typeof(KernelExtension).Assembly.Location)!);
        // Plotly.NET's own form, a page with a script, is there for who asks for it; shown are the forms of the lessons.
        await ((IKernelExtension)new FormatterKernelExtension()).OnLoadAsync(kernel).ConfigureAwait(false);
        foreach (var form in ChartForm.All) Formatter.Register<GenericChart>((chart, writer) => form.Format(chart, writer), form.MimeType);
        Formatter.SetPreferredMimeTypesFor(typeof(GenericChart), ChartForm.MimeTypes);
        // Text, as in the kit's kernel: a table of a tensor's properties would hold tensors with properties, and take minutes.
        Formatter.Register<torch.Tensor>(tensor => tensor.ToString(), "text/plain");
        Formatter.SetPreferredMimeTypesFor(typeof(torch.Tensor), "text/plain");
        TrainingView.Display = Show;
        // Deferred to just before the next cell: the cell that loads the extension still runs, and would drop what another changes meanwhile.
        kernel.VisitSubkernelsAndSelf(one =>
        {
            if (one.KernelInfo.LanguageName == "C#") one.DeferCommand(new SubmitCode(LessonNames.Cell));
        });
    }

    /// <summary>Shows a value in the running cell and returns what replaces it there; outside a cell there is no place to show it.</summary>
    private static Action<object> Show(object value)
    {
        if (KernelInvocationContext.Current is not { } cell) return _ => { };
        var shown = cell.Display(value);
        return shown.Update;
    }
}
