using System.CommandLine;
using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary><c>gan doctor</c>: shows what was found on this machine, and what to do if something is wrong.</summary>
internal static class DoctorCommand
{
    public static Command Create(IAnsiConsole console)
    {
        var workshop = new Option<bool>("--workshop") { Description = "Find out as well whether this laptop is ready for a workshop: run a cell, run lesson 00 with the smoke budget, look at the free memory." };
        var command = new Command("doctor", "Show what was found on this machine, and what to do where it is not right.") { workshop };
        command.SetAction((parsed, _) => Guard.RunAsync(console, async () =>
        {
            var folders = ProjectFolders.Find();
            if (!parsed.GetValue(workshop)) return Print(console, [.. Checks.All(folders)]);
            using var stop = new StopSignal(console);
            return Judge(console, [.. Checks.All(folders), .. await WorkshopChecks.AllAsync(folders, stop.Token).ConfigureAwait(false)]);
        }));
        return command;
    }

    /// <summary>Prints the findings and, in the last line, whether the machine is ready for a workshop.</summary>
    public static int Judge(IAnsiConsole console, IReadOnlyList<Finding> findings)
    {
        var code = Print(console, findings);
        console.MarkupLine("An editor for notebooks and a browser were not looked for.");
        if (code == Guard.Success) console.MarkupLine("[green]This laptop is ready.[/]");
        else console.MarkupLineInterpolated($"[red]This laptop is not ready:[/] see {string.Join(", ", findings.Where(finding => !finding.Ok).Select(finding => finding.Subject))} above, and run ./gan doctor --workshop again.");
        return code;
    }

    private static int Print(IAnsiConsole console, IReadOnlyList<Finding> findings)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("", "", "Found", "What to do");
        foreach (var finding in findings)
            table.AddRow(finding.Ok ? "[green]ok[/]" : "[red]problem[/]", finding.Subject, Markup.Escape(finding.Found), Markup.Escape(finding.Ok ? "" : finding.Remedy));
        console.Write(table);
        return findings.All(finding => finding.Ok) ? Guard.Success : Guard.Failure;
    }
}
