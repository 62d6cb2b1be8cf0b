using System.CommandLine;
using GanNotebooks.Lessons;
using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary><c>gan run</c>: lessons from their first cell to their last, as notebooks and pages.</summary>
internal static class RunCommand
{
    public static Command Create(IAnsiConsole console)
    {
        var lessons = new Argument<string[]>("lesson") { Arity = ArgumentArity.ZeroOrMore, Description = "Lessons by number (01), name (01-vanilla-gan) or path; all when none is named." };
        var budget = new Option<string>("--budget") { DefaultValueFactory = _ => Budget.Quick.Name, Description = "How long to train: smoke (seconds), quick (at most 3 minutes a lesson), full (a night)." };
        budget.AcceptOnlyFromAmong([.. Budget.All.Select(b => b.Name)]);
        var data = new Option<string?>("--data") { Description = "Images: a set by its name (./gan data list shows them), or a folder of pictures or of IDX files; what the lesson is written for when left out." };
        var output = new Option<string?>("--out") { Description = "Where the executed lessons go; the project's out folder when left out." };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "The seed of everything random." };
        var device = NetworkOptions.Device();
        var keepGoing = new Option<bool>("--keep-going") { Description = "Run the other lessons after one has failed." };
        var inPlace = new Option<bool>("--in-place") { Description = "Write the outputs into the lessons themselves: with nothing else named, this re-makes what the repository shows." };
        var command = new Command("run", "Run lessons and save them, executed, as .ipynb and .html.") { lessons, budget, data, output, seed, device, keepGoing, inPlace };
        command.SetAction((parsed, _) => Guard.RunAsync(console, async () =>
        {
            using var stop = new StopSignal(console);
            return await new LessonBatch(console, ProjectFolders.Find())
            {
                Lessons = parsed.GetValue(lessons) ?? [],
                Budget = Budget.Parse(parsed.GetValue(budget)!),
                Data = parsed.GetValue(data),
                Output = parsed.GetValue(output),
                Seed = parsed.GetValue(seed),
                Device = parsed.GetValue(device),
                KeepGoing = parsed.GetValue(keepGoing),
                InPlace = parsed.GetValue(inPlace),
            }.RunAsync(stop.Token).ConfigureAwait(false);
        }, lower: "--budget, or take smaller --data"));
        return command;
    }

    /// <summary><c>gan cookbook</c>: a recipe for each visualizer, run and written as one page.</summary>
    public static Command CreateCookbook(IAnsiConsole console)
    {
        var output = new Option<string?>("--out") { Description = "Where the page goes; the project's out folder when left out." };
        var command = new Command("cookbook", "Write a page with a recipe for each visualizer: its code, and what it shows.") { output };
        command.SetAction((parsed, _) => Guard.RunAsync(console, async () =>
        {
            using var stop = new StopSignal(console);
            var folders = ProjectFolders.Find();
            return await new LessonBatch(console, folders) { Lessons = [folders.Cookbook], Budget = Budget.Quick, Output = parsed.GetValue(output), Seed = 1 }.RunAsync(stop.Token).ConfigureAwait(false);
        }));
        return command;
    }
}
