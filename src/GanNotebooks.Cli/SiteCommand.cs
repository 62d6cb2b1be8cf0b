using System.CommandLine;
using System.Diagnostics;
using GanNotebooks.Site;
using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary><c>gan site</c>: the course as static pages.</summary>
internal static class SiteCommand
{
    public static Command Create(IAnsiConsole console)
    {
        var folder = new Argument<string>("folder") { Description = "Where the pages go: a new or empty folder, or one made by this command." };
        var command = new Command("site", "Write the whole course as pages for any web server, or to be opened from the disk: the notebooks as they are, nothing is run.") { folder };
        command.SetAction((parsed, _) => Guard.RunAsync(console, () =>
        {
            using var stop = new StopSignal(console);
            return Task.FromResult(Write(console, ProjectFolders.Find(), parsed.GetValue(folder)!, stop.Token));
        }));
        return command;
    }

    /// <summary>Writes the site and says what it has.</summary>
    public static int Write(IAnsiConsole console, ProjectFolders folders, string folder, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var (pages, bytes) = Mistake.Of(() => CourseSite.Write(folders.Root, [.. LessonFinder.Find(folders.Notebooks, []), folders.Cookbook], folder, stop));
            console.MarkupLineInterpolated($"{pages} pages, {bytes / 1e6:N1} MB, are in {Path.GetFullPath(folder)} after {watch.Elapsed.TotalSeconds:N0} s. Open index.html there.");
            return Guard.Success;
        }
        catch (OperationCanceledException)
        {
            return Guard.Stopped;
        }
    }
}
