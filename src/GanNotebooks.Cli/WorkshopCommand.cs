using System.CommandLine;
using GanNotebooks.Site.Workshop;
using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary><c>gan workshop</c>: the lessons for learners and for teachers, slides, and the facilitator's guide.</summary>
internal static class WorkshopCommand
{
    public static Command Create(IAnsiConsole console) => FolderCommand.Create(console, "workshop",
        "Turn the lessons into the material of a workshop: notebooks without solutions for learners, with solutions and notes for teachers, slides, and a guide.", "the workshop goes",
        (folders, folder, stop) => Write(console, folders, folder, stop));

    /// <summary>Writes the workshop and prints what it contains.</summary>
    public static int Write(IAnsiConsole console, ProjectFolders folders, string folder, CancellationToken stop) => FolderCommand.Write(console, folder, "guide.html", () =>
    {
        var lessons = WorkshopEdition.Write(folders.Root, LessonFinder.Find(folders.Notebooks, []), folder, stop);
        foreach (var lesson in lessons.Where(lesson => lesson.Open.Count > 0))
            console.MarkupLineInterpolated($"{lesson.Name}: no solution fills {string.Join(", ", lesson.Open)}.");
        return $"{lessons.Count} lessons, {lessons.Sum(lesson => lesson.Filled.Count)} blanks filled for the teacher, {lessons.Sum(lesson => lesson.Slides)} slides are";
    });
}
