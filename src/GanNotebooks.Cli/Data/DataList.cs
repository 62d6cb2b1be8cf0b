using GanNotebooks.Data;
using GanNotebooks.Data.Downloads;
using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary><c>gan data list</c>.</summary>
internal static class DataList
{
    public static int Print(IAnsiConsole console, string datasets)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Name", "Here", "Size", "What", "Made by", "Licence");
        foreach (var set in DrawnSet.All)
            table.AddRow(set.Name, "[green]drawn[/]", "", $"{ImageDatasets.DrawnImages:N0} {set.Title}, {Shape(set.Shape)}", "this kit", "MIT");
        foreach (var name in PointSets.Names)
            table.AddRow(name, "[green]drawn[/]", "", $"points: {PointSets.Open(name).Name}", "this kit", "MIT");
        foreach (var set in Catalogue.BuiltIn.Sets)
            table.AddRow(set.Name, Here(set, datasets), Size(set, datasets), Markup.Escape(set.Content), Markup.Escape(set.Source), Markup.Escape(set.Licence));
        console.Write(table);
        console.MarkupLineInterpolated($"Get one with [bold]./gan data get NAME[/], use it with [bold]./gan run --data NAME[/], or your own pictures with [bold]--data FOLDER[/].");
        return Guard.Success;
    }

    private static string Shape(IReadOnlyList<int> shape) => $"{shape[1]}×{shape[2]} {(shape[0] == 1 ? "grey" : "colour")}";

    private static string Here(RealSet set, string datasets) =>
        SetDownload.IsPresent(set, datasets) ? "[green]yes[/]"
        : SetDownload.Files(set, datasets).Any() ? "[yellow]files of yours[/]"
        : "no";

    private static string Size(RealSet set, string datasets)
    {
        var here = SetDownload.Files(set, datasets).Sum(file => file.Length);
        var bytes = here > 0 ? here : set.Files.Sum(file => file.Bytes);
        return bytes == 0 ? "" : $"{bytes / 1e6:N0} MB";
    }
}
