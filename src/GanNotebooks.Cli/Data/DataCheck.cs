using GanNotebooks.Data;
using GanNotebooks.Data.Downloads;
using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary><c>gan data check</c>.</summary>
internal static class DataCheck
{
    public static int Run(IAnsiConsole console, string datasets, string? name)
    {
        var names = name is not null ? [name] : Catalogue.BuiltIn.Sets.Where(set => SetDownload.Files(set, datasets).Any()).Select(set => set.Name).ToList();
        if (names.Count == 0) console.MarkupLine("No data set is here yet; lessons run on those that the kit draws. See ./gan data list.");
        var wrong = 0;
        foreach (var one in names)
        {
            var problems = Problems(one, datasets).ToList();
            foreach (var problem in problems) console.MarkupLineInterpolated($"[red]{one}:[/] {problem}");
            if (problems.Count > 0) wrong++;
        }
        foreach (var one in names) wrong += Read(console, datasets, one) ? 0 : 1;
        return wrong == 0 ? Guard.Success : Guard.Failure;
    }

    // Files put there by hand may be compressed differently; then only their content can be checked.
    private static IEnumerable<string> Problems(string name, string datasets) =>
        Catalogue.BuiltIn.Find(name) is { } set && SetDownload.IsPresent(set, datasets) ? SetDownload.Problems(set, datasets) : [];

    private static bool Read(IAnsiConsole console, string datasets, string name)
    {
        try
        {
            using var set = Mistake.Of(() => ImageDatasets.Open(name, datasets));
            console.MarkupLineInterpolated($"[green]{name}:[/] {set}{ClassList.Describe(set)}.");
            if (set.Warning is { } warning) console.MarkupLineInterpolated($"[yellow]{warning}[/]");
            return true;
        }
        catch (UserError e)
        {
            console.MarkupLineInterpolated($"[red]{name}:[/] {e.Message}");
            return false;
        }
    }
}
