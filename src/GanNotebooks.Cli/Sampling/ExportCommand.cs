using System.CommandLine;
using System.Globalization;
using GanNotebooks.Applications;
using GanNotebooks.Checkpoints;
using GanNotebooks.Onnx;
using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary><c>gan export</c>: writes a trained generator as a file for other programs.</summary>
internal sealed class ExportCommand(IAnsiConsole console)
{
    private const string Ending = ".onnx";

    public required string Checkpoint { get; init; }

    public required string Output { get; init; }

    public static Command Create(IAnsiConsole console)
    {
        var checkpoint = new Argument<string>("checkpoint") { Description = "A checkpoint, or the folder that gan train saved to: then the newest." };
        var onnx = new Option<string>("--onnx") { Required = true, Description = $"The file, which ends in {Ending}. Inputs: latents (N, latent) float32, with classes also labels (N) int64, for pix2pix and srgan sources (N, C, H, W); output: images (N, C, H, W) in [-1, 1]." };
        var command = new Command("export", $"Write a trained generator as an ONNX file (opset {OnnxExport.Opset}), for programs without TorchSharp.") { checkpoint, onnx };
        command.SetAction((parsed, _) => Guard.RunAsync(console, () => Task.FromResult(new ExportCommand(console) { Checkpoint = parsed.GetValue(checkpoint)!, Output = parsed.GetValue(onnx)! }.Run()), lower: "the generator's size"));
        return command;
    }

    public int Run()
    {
        if (!Output.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) || Directory.Exists(Output))
            throw new UserError($"--onnx {Output}: expected the name of a file that ends in {Ending}.");
        var manifest = Mistake.Of(() => CheckpointManifest.Read(Checkpoint));
        var shape = Mistake.Of(() => OnnxExport.SaveCheckpoint(Output, Checkpoint));
        var (recipe, size) = (manifest.RecipeOf(Checkpoint), new FileInfo(Output).Length / 1e6);
        var labels = GanModel.Named(recipe.Model).HasClasses ? $" and labels (N) from 0 to {recipe.Classes - 1}" : "";
        var sources = recipe.SourceShape is { } source ? $"sources (N, {string.Join(", ", source)}){(recipe.LatentSize > 0 ? " and " : "")}" : "";
        var latents = recipe.LatentSize > 0 ? $"latents (N, {recipe.LatentSize})" : "";
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"The generator of {recipe.Model} is in {Output}, {size:N1} MB: {sources}{latents}{labels} give images (N, {string.Join(", ", shape)}).");
        if (manifest.Growth is { Alpha: < 1 } stage) console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Its layers for {stage.Resolution} px are faded in to α = {stage.Alpha:0.##}: the training was not finished.");
        return Guard.Success;
    }
}
