using System.CommandLine;
using GanNotebooks.Applications;
using GanNotebooks.Checkpoints;
using GanNotebooks.Models;
using Spectre.Console;
using TorchSharp;

namespace GanNotebooks.Cli;

/// <summary><c>gan sample</c>: makes images with a checkpoint.</summary>
internal sealed class SampleCommand(IAnsiConsole console)
{
    private const int Most = 1_000_000;

    public required string Checkpoint { get; init; }

    public required string Output { get; init; }

    /// <summary>A picture, or a folder of pictures, to translate.</summary>
    public string? Input { get; init; }

    public int? Count { get; init; }

    public int Seed { get; init; } = 1;

    public string? Labels { get; init; }

    public int? Columns { get; init; }

    public string? Device { get; init; }

    public static Command Create(IAnsiConsole console)
    {
        var checkpoint = new Argument<string>("checkpoint") { Description = "A checkpoint, or the folder that gan train saved to: then the newest." };
        var input = new Option<string?>("--in") { Description = "For pix2pix and srgan: the picture to translate, or a folder of pictures; then --out is a folder too. pix2pix takes a picture's middle in the size that it was trained with, srgan takes all of it." };
        var count = new Option<int?>("--count") { Description = "How many images; 64 when left out." };
        var output = new Option<string>("--out") { Required = true, Description = "The file: .png (a grid), .idx or …idx3-ubyte, also .gz (MNIST's format), or .safetensors." };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "The seed: the same one gives the same images." };
        var labels = new Option<string?>("--labels", "--label") { Description = "Classes in turn, by number or name, such as 3,5 or cat,dog; all in turn when left out. For models with classes." };
        var columns = new Option<int?>("--columns") { Description = "Images per row of the picture." };
        var device = NetworkOptions.Device();
        var command = new Command("sample", "Make images with a trained generator.") { checkpoint, input, count, output, seed, labels, columns, device };
        command.SetAction((parsed, _) => Guard.RunAsync(console, () => Task.FromResult(new SampleCommand(console)
        {
            Checkpoint = parsed.GetValue(checkpoint)!,
            Input = parsed.GetValue(input),
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
        if (Input is not null) return Translate(Input);
        var count = Count ?? 64;
        if (count is < 1 or > Most) throw new UserError($"--count {count}: expected 1 to {Most:N0}.");
        if (Columns is < 1) throw new UserError($"--columns {Columns}: expected at least 1.");
        SampleFile.Check(Output, count);
        var manifest = Mistake.Of(() => CheckpointManifest.Read(Checkpoint));
        var classes = Labels is null ? null : ClassList.Parse(Labels, manifest.ClassNames);
        if (manifest.Recipe is { } recipe) SampleFile.CheckBytes(recipe.SampleShape, count);
        var device = NetworkOptions.Find(Device);
        using var generator = Mistake.Of(() => TrainedGenerator.Load(Checkpoint)).to(device);
        if (generator is ImageTranslator) throw new UserError($"{Checkpoint}: its generator translates images. Name some with --in.");
        using var samples = Samples.Of(generator, count, classes, Seed);
        var files = Mistake.Of(() => SampleFile.Write(Output, samples, Columns));
        console.MarkupLineInterpolated($"{count:N0} images of {string.Join("×", samples.Images.shape[1..])} are in {files[0]}{(files.Count > 1 ? $", their labels in {files[1]}" : "")}.");
        if (samples.Labels is not null && manifest.ClassNames is { } names)
            console.MarkupLineInterpolated($"Their classes, in turn: {ClassList.Describe([.. samples.Labels.Distinct().Select(label => names[(int)label])])}.");
        return Guard.Success;
    }

    private int Translate(string input)
    {
        if (Count is not null || Labels is not null || Columns is not null) throw new UserError("--in: each picture becomes one image. Leave --count, --labels and --columns out.");
        var files = TranslatedFile.Pair(input, Output);
        var recipe = Mistake.Of(() => CheckpointManifest.Read(Checkpoint).RecipeOf(Checkpoint));
        var device = NetworkOptions.Find(Device);
        using var generator = Mistake.Of(() => TrainedGenerator.Load(Checkpoint)).to(device) as ImageTranslator
            ?? throw new UserError($"{Checkpoint}: its generator makes images from random vectors. Leave --in out.");
        torch.manual_seed(Seed);
        foreach (var file in files) Mistake.Of(() => file.Write(generator, recipe));
        console.MarkupLineInterpolated($"{(files.Count == 1 ? "The image is" : $"{files.Count:N0} images are")} in {Output}.");
        return Guard.Success;
    }
}
