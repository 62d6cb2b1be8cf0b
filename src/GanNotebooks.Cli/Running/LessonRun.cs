using System.Text.Json.Nodes;
using GanNotebooks.Kernel.Notebooks;
using GanNotebooks.Lessons;
using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary>One lesson: run, shown while it runs, and saved whatever happens.</summary>
internal static class LessonRun
{
    public static async Task<LessonOutcome> RunAsync(IAnsiConsole console, string path, Notebook notebook, string output, CancellationToken stop)
    {
        KernelDisplays.Offer();
        var name = Path.GetFileNameWithoutExtension(path);
        NotebookRunResult result;
        using (var progress = LessonProgress.Start(console, name))
            result = await NotebookRunner.RunAsync(notebook, new NotebookRunOptions(Path.GetDirectoryName(path)!, progress), stop).ConfigureAwait(false);
        if (result.Status == NotebookRunStatus.Failed) PrintError(console, name, notebook, result);
        var file = Save(notebook, Path.Combine(output, name), Path.GetDirectoryName(path)!);
        return new LessonOutcome(name, result.Status, result.ExecutedCells, result.TotalCells, result.Elapsed, HeadlineOf(notebook), file);
    }

    private static string Save(Notebook notebook, string stem, string lessonFolder)
    {
        try
        {
            notebook.Save(stem + ".ipynb");
            HtmlExporter.Save(notebook, stem + ".html", lessonFolder);
            return stem + ".html";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{stem}.ipynb and .html could not be written: {e.Message}", e);
        }
    }

    private static void PrintError(IAnsiConsole console, string name, Notebook notebook, NotebookRunResult result)
    {
        var cell = notebook.CodeCells.First(c => c.ExecutionCount == result.StoppedAtCell);
        console.MarkupLineInterpolated($"[red]{name}: cell {result.StoppedAtCell} of {result.TotalCells} failed.[/]");
        console.Write(new Panel(new Text(cell.Source)).Header($"cell {result.StoppedAtCell}").BorderColor(Color.Red));
        foreach (var line in result.Error!.Traceback) console.WriteLine(line);
    }

    /// <summary>The last headline among the outputs, or null.</summary>
    private static string? HeadlineOf(Notebook notebook) => notebook.CodeCells
        .SelectMany(cell => cell.Outputs.OfType<DisplayOutput>())
        .Select(o => o.Data.Entries.FirstOrDefault(entry => entry.Key == Headline.MimeType).Value)
        .LastOrDefault(json => json is not null) is { } found
            ? (string?)JsonNode.Parse(found)?["headline"]
            : null;
}
