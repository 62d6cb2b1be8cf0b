using System.CommandLine;
using GanNotebooks.Lessons;
using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary><c>gan run</c>: runs lessons and saves them as notebooks and pages.</summary>
internal static class RunCommand
{
    public static Command Create(IAnsiConsole console)
    {
        var lessons = new Argument<string[]>("lesson") { Arity = ArgumentArity.ZeroOrMore, Description = "Lessons by number (01), name (01-vanilla-gan) or path; all when none is named." };
        var budget = new Option<string>("--budget") { DefaultValueFactory = _ => Budget.Quick.Name, Description = "How long to train: smoke (seconds), quick (at most 3 minutes per lesson), full (a night)." };
        budget.AcceptOnlyFromAmong([.. Budget.All.Select(b => b.Name)]);
        var data = new Option<string?>("--data") { Description = "Images: a set by its name (./gan data list shows them), or a folder of pictures or of IDX files; the lesson's own images when left out." };
        var output = new Option<string?>("--out") { Description = "The folder for the executed lessons; the project's out folder when left out." };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "The seed of everything random." };
        var device = NetworkOptions.Device();
        var keepGoing = new Option<bool>("--keep-going") { Description = "Run the other lessons after one has failed." };
        var inPlace = new Option<bool>("--in-place") { Description = "Write the outputs into the lessons themselves: with no other option, this makes the outputs in the repository again." };
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

    /// <summary><c>gan cookbook</c>: runs a recipe for each visualizer and writes one page.</summary>
    public static Command CreateCookbook(IAnsiConsole console)
    {
        var output = new Option<string?>("--out") { Description = "The folder for the page; the project's out folder when left out." };
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
