using System.Globalization;
using GanNotebooks.Kernel.Notebooks;
using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary>The table at the end of a run.</summary>
internal static class Summary
{
    public static void Print(IAnsiConsole console, IReadOnlyList<LessonOutcome> outcomes, int skipped)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Lesson", "Cells", "Time", "Result", "File");
        foreach (var o in outcomes)
            table.AddRow(Markup.Escape(o.Name), $"{o.ExecutedCells}/{o.TotalCells}", o.Elapsed.ToString(@"m\:ss", CultureInfo.InvariantCulture), Result(o), Markup.Escape(Relative(o.File)));
        console.Write(table);
        if (skipped > 0) console.MarkupLineInterpolated($"[yellow]{skipped} more not run.[/]");
    }

    private static string Result(LessonOutcome outcome) => outcome.Status switch
    {
        NotebookRunStatus.Failed => "[red]failed[/]",
        NotebookRunStatus.Interrupted => "[yellow]interrupted[/]",
        _ => $"[green]{Markup.Escape(outcome.Headline ?? "done")}[/]",
    };

    private static string Relative(string file)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, file);
        return relative.StartsWith("..", StringComparison.Ordinal) ? file : relative;
    }
}
