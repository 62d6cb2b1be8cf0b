using System.CommandLine;
using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary><c>gan doctor</c>: what was found on this machine, and what to do where it is not right.</summary>
internal static class DoctorCommand
{
    public static Command Create(IAnsiConsole console)
    {
        var command = new Command("doctor", "Show what was found on this machine, and what to do where it is not right.");
        command.SetAction((_, _) => Guard.RunAsync(console, () => Task.FromResult(Print(console, [.. Checks.All(ProjectFolders.Find())]))));
        return command;
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
