using System.Text.Json.Nodes;
using GanNotebooks.Kernel.Notebooks;
using GanNotebooks.Kernel.Sessions;
using GanNotebooks.Lessons;
using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary>Runs one lesson, shows its progress, and saves it whatever happens.</summary>
internal static class LessonRun
{
    public static async Task<LessonOutcome> RunAsync(IAnsiConsole console, string path, Notebook notebook, LessonTarget target, CancellationToken stop)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        NotebookRunResult result;
        using (var progress = LessonProgress.Start(console, name))
            result = await NotebookRunner.RunAsync(notebook, new NotebookRunOptions(Path.GetDirectoryName(path)!, progress) { Open = Open }, stop).ConfigureAwait(false);
        if (result.Status == NotebookRunStatus.Failed) PrintError(console, name, notebook, result);
        var whole = result.Status == NotebookRunStatus.Completed;
        if (whole) target.Made.Into(notebook);
        else RunRecord.Clear(notebook);
        var file = whole && target.InPlace ? Written(path, () => notebook.Save(path)) : Save(notebook, Path.Combine(target.Output, name), Path.GetDirectoryName(path)!);
        return new LessonOutcome(name, result.Status, result.ExecutedCells, result.TotalCells, result.Elapsed, HeadlineOf(notebook), file);
    }

    /// <summary>Opens a session whose cells run in another process: when that process ends, this one does not, and the finished cells are saved.</summary>
    public static WatchedSession Open(string folder) => new(CellProcess.Program, folder, Console.Error);

    private static string Save(Notebook notebook, string stem, string lessonFolder)
    {
        Written(stem + ".ipynb", () => notebook.Save(stem + ".ipynb"));
        return Written(stem + ".html", () => HtmlExporter.Save(notebook, stem + ".html", lessonFolder));
    }

    private static string Written(string file, Action write)
    {
        try
        {
            write();
            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{file} could not be written: {e.Message}", e);
        }
    }

    private static void PrintError(IAnsiConsole console, string name, Notebook notebook, NotebookRunResult result)
    {
        var cell = notebook.CodeCells.First(c => c.ExecutionCount == result.StoppedAtCell);
        console.MarkupLineInterpolated($"[red]{name}: cell {result.StoppedAtCell} of {result.TotalCells} failed.[/]");
        console.Write(new Panel(new Text(cell.Source)).Header($"cell {result.StoppedAtCell}").BorderColor(Color.Red));
        foreach (var line in result.Error!.Traceback) console.WriteLine(line);
        if (result.Error.Traceback.Any(Shortage.IsIn)) console.MarkupLineInterpolated($"[red]{name}:[/] {Shortage.Describe("the sizes in that cell, or run with --budget smoke or smaller --data")}");
    }

    /// <summary>The last headline among the outputs, or null.</summary>
    private static string? HeadlineOf(Notebook notebook) => notebook.CodeCells
        .SelectMany(cell => cell.Outputs.OfType<DisplayOutput>())
        .Select(o => o.Data.Entries.FirstOrDefault(entry => entry.Key == Headline.MimeType).Value)
        .LastOrDefault(json => json is not null) is { } found
            && JsonNode.Parse(found) is JsonObject told && told["headline"] is JsonValue text ? text.ToString()
            : null;
}

/// <summary>Where an executed lesson is saved.</summary>
/// <param name="Output">The folder for executed lessons, also for unfinished ones.</param>
/// <param name="InPlace">Whether a finished lesson overwrites its own file.</param>
/// <param name="Made">The settings that its outputs are made with.</param>
internal sealed record LessonTarget(string Output, bool InPlace, RunRecord Made);
