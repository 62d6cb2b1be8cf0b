using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Events;

namespace GanNotebooks.Interactive.Tests;

/// <summary>A lesson's cells, as they are, run by .NET Interactive's own C# kernel and no other.</summary>
[Collection("where live views show")]       // one for the process, which each class sets and takes away
public sealed class LessonTests : IDisposable
{
    private static readonly string Root = Folder(AppContext.BaseDirectory);

    private readonly string folder = Environment.CurrentDirectory;
    private readonly CSharpKernel csharp = new CSharpKernel().UseKernelHelpers();
    private readonly CompositeKernel kernel = [];

    public LessonTests()
    {
        kernel.Add(csharp);
        Environment.CurrentDirectory = Path.Combine(Root, "notebooks");
        Environment.SetEnvironmentVariable("GAN_BUDGET", "smoke");
    }

    public void Dispose()
    {
        Environment.CurrentDirectory = folder;
        Environment.SetEnvironmentVariable("GAN_BUDGET", null);
        Visualizers.TrainingView.Display = null;
        kernel.Dispose();
    }

    [Fact]
    public async Task A_lesson_runs_as_it_is()
    {
        var shown = 0;
        foreach (var cell in Cells("00-start-here.ipynb")) shown += (await Run(cell)).OfType<DisplayEvent>().Count();
        Assert.InRange(shown, 8, int.MaxValue);
    }

    [Fact]
    public void Cells_hold_nothing_that_only_the_kits_own_kernel_reads()      // as `using var x = …` at a cell's top level
    {
        var cells = Directory.GetFiles(Path.Combine(Root, "notebooks"), "*.ipynb").SelectMany(Cells).ToArray();
        Assert.InRange(cells.Length, 100, int.MaxValue);
        Assert.All(cells, cell => Assert.Empty(CSharpSyntaxTree.ParseText(cell, new CSharpParseOptions(kind: SourceCodeKind.Script)).GetDiagnostics().Select(found => $"{cell}\n{found}")));
    }

    private async Task<IReadOnlyList<KernelEvent>> Run(string code)
    {
        var result = await kernel.SendAsync(new SubmitCode(code));
        Assert.All(result.Events.OfType<CommandFailed>(), failure => Assert.Fail($"{code}\n{failure.Message}"));
        return result.Events;
    }

    private static IEnumerable<string> Cells(string notebook)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "notebooks", notebook)));
        return [.. json.RootElement.GetProperty("cells").EnumerateArray()
            .Where(cell => cell.GetProperty("cell_type").GetString() == "code")
            .Select(cell => string.Concat(cell.GetProperty("source").EnumerateArray().Select(line => line.GetString())))];
    }

    private static string Folder(string path) => File.Exists(Path.Combine(path, "GanNotebooks.sln")) ? path : Folder(Path.GetDirectoryName(path)!);
}
