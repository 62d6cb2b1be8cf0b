using System.CommandLine;
using GanNotebooks.Site;
using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary><c>gan site</c>: the course as static pages.</summary>
internal static class SiteCommand
{
    public static Command Create(IAnsiConsole console) => FolderCommand.Create(console, "site",
        "Write the whole course as pages for any web server, or to be opened from the disk: the notebooks as they are, nothing is run.", "the pages go",
        (folders, folder, stop) => Write(console, folders, folder, stop));

    /// <summary>Writes the site and prints its size.</summary>
    public static int Write(IAnsiConsole console, ProjectFolders folders, string folder, CancellationToken stop) => FolderCommand.Write(console, folder, "index.html", () =>
    {
        var (pages, bytes) = CourseSite.Write(folders.Root, [.. LessonFinder.Find(folders.Notebooks, []), folders.Cookbook], folder, stop);
        return $"{pages} pages, {bytes / 1e6:N1} MB, are";
    });
}
