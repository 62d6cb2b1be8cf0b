using System.CommandLine;
using GanNotebooks.Data;
using GanNotebooks.Data.Downloads;
using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary><c>gan data</c>: lists, downloads, checks, draws and shows images.</summary>
internal static class DataCommand
{
    public static Command Create(IAnsiConsole console) => new("data", "List, get, check, draw and look at data sets.")
    {
        List(console), Get(console), Check(console), Draw(console), Show(console),
    };

    private static Command List(IAnsiConsole console)
    {
        var command = new Command("list", "List the data sets: those drawn by code, those on the web, and whether they are here.");
        command.SetAction((_, _) => Guard.RunAsync(console, () => Task.FromResult(DataList.Print(console, ProjectFolders.Find().Datasets))));
        return command;
    }

    private static Command Get(IAnsiConsole console)
    {
        var name = new Argument<string>("name") { Description = $"The set: {string.Join(", ", Catalogue.BuiltIn.Sets.Select(set => set.Name))}." };
        var mirror = new Option<string?>("--mirror") { Description = "A folder on the web that has the files, tried first, such as a workshop's own server." };
        var catalogue = new Option<string?>("--catalogue") { Description = "Another list of sets, a JSON file like the kit's own." };
        var into = new Option<string?>("--into") { Description = "The folder of data sets; the project's own when left out." };
        var command = new Command("get", "Download a data set into datasets/NAME; a download that was stopped continues the next time.") { name, mirror, catalogue, into };
        command.SetAction((parsed, _) => Guard.RunAsync(console, async () =>
        {
            using var stop = new StopSignal(console);
            return await new DataGet(console, parsed.GetValue(into) ?? ProjectFolders.Find().Datasets)
            {
                Name = parsed.GetValue(name)!,
                Catalogue = parsed.GetValue(catalogue),
                Options = new DownloadOptions { NearestMirror = parsed.GetValue(mirror) },
            }.RunAsync(stop.Token).ConfigureAwait(false);
        }));
        return command;
    }

    private static Command Check(IAnsiConsole console)
    {
        var name = new Argument<string?>("name") { Arity = ArgumentArity.ZeroOrOne, Description = "A set or a folder; all that are here when left out." };
        var command = new Command("check", "Read data sets from beginning to end and say what is wrong with them.") { name };
        command.SetAction((parsed, _) => Guard.RunAsync(console, () => Task.FromResult(DataCheck.Run(console, ProjectFolders.Find().Datasets, parsed.GetValue(name)))));
        return command;
    }

    private static Command Draw(IAnsiConsole console)
    {
        var name = new Argument<string>("name") { Description = $"What to draw: {string.Join(", ", DataDraw.Names)}." };
        var count = new Option<int>("--count") { DefaultValueFactory = _ => ImageDatasets.DrawnImages, Description = "How many." };
        var output = new Option<string>("--out") { Required = true, Description = "The folder for the files." };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "The seed of everything random." };
        var command = new Command("draw", "Draw a data set into files: IDX for grey images, PNG for colour, CSV for points.") { name, count, output, seed };
        command.SetAction((parsed, _) => Guard.RunAsync(console, () => Task.FromResult(
            DataDraw.Run(console, parsed.GetValue(name)!, parsed.GetValue(count), parsed.GetValue(seed), parsed.GetValue(output)!)), lower: "--count"));
        return command;
    }

    private static Command Show(IAnsiConsole console)
    {
        var name = new Argument<string>("name") { Description = "A set, points, or a folder." };
        var count = new Option<int>("--count") { DefaultValueFactory = _ => 100, Description = "How many images." };
        var output = new Option<string?>("--out") { Description = "The picture's file; out/NAME.png when left out." };
        var size = new Option<int?>("--size") { Description = "Height and width to which images are resized; their own when left out." };
        var ground = new Option<string>("--ground") { DefaultValueFactory = _ => "white", Description = "The colour behind transparent images: white, black or #rrggbb." };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "The seed for drawing images and for choosing those that are shown." };
        var command = new Command("show", "Make a contact sheet of a data set, and describe it.") { name, count, output, size, ground, seed };
        command.SetAction((parsed, _) => Guard.RunAsync(console, () => Task.FromResult(new DataShow(console, ProjectFolders.Find())
        {
            Name = parsed.GetValue(name)!,
            Count = parsed.GetValue(count),
            Output = parsed.GetValue(output),
            Options = new ImageOptions { Size = parsed.GetValue(size), Seed = parsed.GetValue(seed), Ground = Mistake.Of(() => Rgb.Parse(parsed.GetValue(ground)!)) },
        }.Run()), lower: "--count or --size"));
        return command;
    }
}
