using GanNotebooks.Charts;
using GanNotebooks.Runtime;
using GanNotebooks.Visualizers;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;

namespace GanNotebooks.Interactive;

/// <summary>Adapts .NET Interactive to the kit: cells find its names and its native libraries, charts of Plotly.NET are drawn and live views are updated. The kit's own types bring their formatters, by a convention of .NET Interactive.</summary>
/// <remarks><c>notebooks/setup.csx</c> loads it; .NET Interactive itself loads it from the kit's NuGet package.</remarks>
public sealed class KernelExtension : IKernelExtension
{
    private const string Html = "text/html";

    /// <summary>Loads the extension into the running notebook.</summary>
    public static Task LoadAsync() => new KernelExtension().OnLoadAsync(Microsoft.DotNet.Interactive.Kernel.Root);

    /// <inheritdoc/>
    public Task OnLoadAsync(Kernel kernel)
    {
        // .NET Interactive looks for native libraries in packages, not beside an assembly that a cell references, and finds a libtorch of the system first.
        Libtorch.Load();
        ShowCharts(asJson: !IsJupyter(Environment.GetCommandLineArgs()));
        Tables.Show();
        TrainingView.Display = LiveViews.Show;
        kernel.VisitSubkernelsAndSelf(one =>
        {
            if (one.KernelInfo.LanguageName != "C#") return;
            CellWarnings.Silence(one);
            // Deferred to just before the next cell: the cell that loads the extension is still running, and would drop what another cell changes meanwhile.
            one.DeferCommand(new SubmitCode(LessonNames.Cell));
        });
        return Task.CompletedTask;
    }

    /// <summary>Whether the tool serves Jupyter's protocol. Then it sends JSON as a string, unless it is <c>application/json</c>, and front ends cannot draw that.</summary>
    internal static bool IsJupyter(IReadOnlyList<string> arguments) => arguments.Skip(1).FirstOrDefault() == "jupyter";

    internal static void ShowCharts(bool asJson)
    {
        List<ChartForm> forms = [.. ChartForm.All.Where(form => asJson || form.MimeType != ChartForm.PlotlyJson)];
        foreach (var form in forms) Formatter.Register<GenericChart>((chart, writer) => form.Format(chart, writer), form.MimeType);
        Formatter.Register<GenericChart>(chart => chart.ToSvg(), Html);      // for code that asks for it
        Formatter.SetPreferredMimeTypesFor(typeof(GenericChart), [.. forms.Select(form => form.MimeType)]);
    }
}
