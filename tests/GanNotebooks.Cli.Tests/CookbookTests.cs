using System.Reflection;
using GanNotebooks.Charts;
using GanNotebooks.Diagrams;
using GanNotebooks.Kernel.Notebooks;
using GanNotebooks.Lessons;
using GanNotebooks.Visualizers;
using GenericChart = Plotly.NET.GenericChart;

namespace GanNotebooks.Cli.Tests;

/// <summary>A recipe for each visualizer, which runs.</summary>
public sealed class CookbookTests : IDisposable
{
    private static readonly Type[] Shown = [typeof(GenericChart), typeof(ImageGrid), typeof(Animation), typeof(ModelDiagram), typeof(ModelSummary), typeof(SourceListing), typeof(TrainingDiagnosis)];
    private readonly TestProject scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void Every_visualizer_has_a_recipe()
    {
        var recipes = string.Join('\n', Notebook.Load(ProjectFolders.Find().Cookbook).CodeCells.Select(cell => cell.Source));
        var visualizers = new[] { typeof(ImageGrid).Assembly, typeof(Figure).Assembly, typeof(ModelDiagram).Assembly, typeof(SourceListing).Assembly }.SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => type.Namespace is "GanNotebooks.Visualizers" or "GanNotebooks.Charts" or "GanNotebooks.Diagrams" || type == typeof(SourceListing))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(method => Shown.Contains(method.ReturnType)))
            .Where(method => method.DeclaringType != typeof(ChartSettings));     // these change a chart
        Assert.All(visualizers, method => Assert.Contains(IsExtension(method) ? $".{method.Name}(" : $"{method.DeclaringType!.Name}.{method.Name}", recipes, StringComparison.Ordinal));
        Assert.Contains("new TrainingView(", recipes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_recipe_shows_something()
    {
        var batch = new LessonBatch(scratch.Console, ProjectFolders.Find()) { Lessons = [ProjectFolders.Find().Cookbook], Budget = Budget.Smoke, Output = scratch.Folders.Output };
        Assert.Equal(Guard.Success, await batch.RunAsync(CancellationToken.None));
        var cells = scratch.Executed("cookbook").CodeCells.ToArray();
        Assert.DoesNotContain(cells, cell => cell.Outputs.OfType<ErrorOutput>().Any());
        Assert.DoesNotContain(cells.Skip(3), cell => cell.Outputs.Count == 0);
        Assert.Contains("<svg", await File.ReadAllTextAsync(Path.Combine(scratch.Folders.Output, "cookbook.html")), StringComparison.Ordinal);
    }

    private static bool IsExtension(MethodInfo method) => method.IsDefined(typeof(System.Runtime.CompilerServices.ExtensionAttribute));
}
