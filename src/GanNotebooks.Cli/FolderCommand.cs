using System.CommandLine;
using System.Diagnostics;
using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary>Shared by <c>gan site</c> and <c>gan workshop</c>: writes the course into a folder, until Ctrl+C stops it.</summary>
internal static class FolderCommand
{
    /// <summary>Creates a command with one argument, the folder.</summary>
    /// <param name="console">Shows mistakes.</param>
    /// <param name="name">The command's name.</param>
    /// <param name="description">What the command does.</param>
    /// <param name="content">What goes into the folder: "the pages go".</param>
    /// <param name="write">Writes into the folder.</param>
    public static Command Create(IAnsiConsole console, string name, string description, string content, Func<ProjectFolders, string, CancellationToken, int> write)
    {
        var folder = new Argument<string>("folder") { Description = $"Where {content}: a new or empty folder, or one made by this command." };
        var command = new Command(name, description) { folder };
        command.SetAction((parsed, _) => Guard.RunAsync(console, () =>
        {
            using var stop = new StopSignal(console);
            return Task.FromResult(write(ProjectFolders.Find(), parsed.GetValue(folder)!, stop.Token));
        }));
        return command;
    }

    /// <summary>Writes, and prints what was written, where, and how long it took.</summary>
    /// <param name="console">The console to print to.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="first">The page to open first.</param>
    /// <param name="write">Writes; returns what was written as the beginning of a sentence: "3 pages are".</param>
    /// <returns>The exit code.</returns>
    public static int Write(IAnsiConsole console, string folder, string first, Func<string> write)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var written = Mistake.Of(write);
            console.MarkupLineInterpolated($"{written} in {Path.GetFullPath(folder)} after {watch.Elapsed.TotalSeconds:N0} s. Open {first} there.");
            return Guard.Success;
        }
        catch (OperationCanceledException)
        {
            return Guard.Stopped;
        }
    }
}
