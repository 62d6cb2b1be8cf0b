using System.CommandLine;
using GanNotebooks.Checkpoints;
using Spectre.Console;
using TorchSharp;

namespace GanNotebooks.Cli;

/// <summary><c>gan sample</c>: images from a checkpoint.</summary>
internal sealed class SampleCommand(IAnsiConsole console)
{
    private const int Most = 1_000_000;

    public required string Checkpoint { get; init; }

    public required string Output { get; init; }

    public int Count { get; init; } = 64;

    public int Seed { get; init; } = 1;

    public string? Labels { get; init; }

    public int? Columns { get; init; }

    public string? Device { get; init; }

    public static Command Create(IAnsiConsole console)
    {
        var checkpoint = new Argument<string>("checkpoint") { Description = "A checkpoint, or the folder that gan train saved to: then the newest." };
        var count = new Option<int>("--count") { DefaultValueFactory = _ => 64, Description = "How many images." };
        var output = new Option<string>("--out") { Required = true, Description = "The file: .png (a grid), .idx or …idx3-ubyte, also .gz (MNIST's format), or .safetensors." };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "The seed: the same one gives the same images." };
        var labels = new Option<string?>("--labels", "--label") { Description = "Classes in turn, by number or name, such as 3,5 or cat,dog; all in turn when left out. For models with classes." };
        var columns = new Option<int?>("--columns") { Description = "Images a row of a picture." };
        var device = NetworkOptions.Device();
        var command = new Command("sample", "Make images with a trained generator.") { checkpoint, count, output, seed, labels, columns, device };
        command.SetAction((parsed, _) => Guard.RunAsync(console, () => Task.FromResult(new SampleCommand(console)
        {
            Checkpoint = parsed.GetValue(checkpoint)!,
            Count = parsed.GetValue(count),
            Output = parsed.GetValue(output)!,
            Seed = parsed.GetValue(seed),
            Labels = parsed.GetValue(labels),
            Columns = parsed.GetValue(columns),
            Device = parsed.GetValue(device),
        }.Run()), lower: "--count"));
        return command;
    }

    public int Run()
    {
        if (Count is < 1 or > Most) throw new UserError($"--count {Count}: expected 1 to {Most:N0}.");
        if (Columns is < 1) throw new UserError($"--columns {Columns}: expected at least 1.");
        SampleFile.Check(Output, Count);
        var manifest = Mistake.Of(() => CheckpointManifest.Read(Checkpoint));
        var classes = Labels is null ? null : ClassList.Parse(Labels, manifest.ClassNames);
        if (manifest.Recipe is { } recipe) SampleFile.CheckBytes(recipe.SampleShape, Count);
        var device = NetworkOptions.Find(Device);
        using var generator = Mistake.Of(() => TrainedGenerator.Load(Checkpoint)).to(device);
        using var samples = Samples.Of(generator, Count, classes, Seed);
        var files = Mistake.Of(() => SampleFile.Write(Output, samples, Columns));
        console.MarkupLineInterpolated($"{Count:N0} images of {string.Join("×", samples.Images.shape[1..])} are in {files[0]}{(files.Count > 1 ? $", their labels in {files[1]}" : "")}.");
        if (samples.Labels is not null && manifest.ClassNames is { } names)
            console.MarkupLineInterpolated($"Their classes, in turn: {ClassList.Describe([.. samples.Labels.Distinct().Select(label => names[(int)label])])}.");
        return Guard.Success;
    }
}
