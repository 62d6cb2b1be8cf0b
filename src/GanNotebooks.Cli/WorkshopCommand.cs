using System.CommandLine;
using System.Diagnostics;
using GanNotebooks.Site.Workshop;
using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary><c>gan workshop</c>: the lessons for learners and for teachers, slides, and the facilitator's guide.</summary>
internal static class WorkshopCommand
{
    public static Command Create(IAnsiConsole console)
    {
        var folder = new Argument<string>("folder") { Description = "Where the workshop goes: a new or empty folder, or one made by this command." };
        var command = new Command("workshop", "Make of the lessons what a workshop needs: notebooks without solutions for learners, with them and with notes for teachers, slides, and a guide.") { folder };
        command.SetAction((parsed, _) => Guard.RunAsync(console, () =>
        {
            using var stop = new StopSignal(console);
            return Task.FromResult(Write(console, ProjectFolders.Find(), parsed.GetValue(folder)!, stop.Token));
        }));
        return command;
    }

    /// <summary>Writes the workshop and says what it has.</summary>
    public static int Write(IAnsiConsole console, ProjectFolders folders, string folder, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var lessons = Mistake.Of(() => WorkshopEdition.Write(folders.Root, LessonFinder.Find(folders.Notebooks, []), folder, stop));
            foreach (var lesson in lessons.Where(lesson => lesson.Open.Count > 0))
                console.MarkupLineInterpolated($"{lesson.Name}: no solution fills {string.Join(", ", lesson.Open)}.");
            console.MarkupLineInterpolated($"{lessons.Count} lessons, {lessons.Sum(lesson => lesson.Filled.Count)} blanks filled for the teacher, {lessons.Sum(lesson => lesson.Slides)} slides are in {Path.GetFullPath(folder)} after {watch.Elapsed.TotalSeconds:N0} s. Open guide.html there.");
            return Guard.Success;
        }
        catch (OperationCanceledException)
        {
            return Guard.Stopped;
        }
    }
}
