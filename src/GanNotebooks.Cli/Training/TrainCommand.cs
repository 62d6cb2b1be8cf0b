using System.CommandLine;
using GanNotebooks.Applications;
using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary><c>gan train</c>: trains one of the papers' models on any images, with checkpoints.</summary>
internal static class TrainCommand
{
    public static Command Create(IAnsiConsole console)
    {
        var usual = new TrainRequest();
        var model = new Argument<string?>("model") { Arity = ArgumentArity.ZeroOrOne, Description = $"What to train: {GanModel.Names}." };
        var (data, size, maps, latent) = (NetworkOptions.Data(), NetworkOptions.Size(), NetworkOptions.Maps(), NetworkOptions.Latent());
        var preset = new Option<string?>("--preset") { Description = $"A paper's settings: {PaperTraining.Names}; those of the model when left out." };
        var steps = new Option<long?>("--steps") { Description = "How many steps, 1,000 when left out; with --resume how many more, the remaining ones when left out." };
        var seed = new Option<int?>("--seed") { Description = "The seed of everything random; 1 when left out." };
        var batch = new Option<int?>("--batch") { Description = "Images per step; the preset's own when left out." };
        var rate = new Option<double?>("--rate") { Description = "The learning rate of both networks; the preset's own when left out." };
        var average = new Option<double?>("--average") { Description = "How much a running average of the generator's weights keeps each step, such as 0.999; samples are then made with the average. The preset's own, or none, when left out." };
        var phase = new Option<long?>("--images-per-phase") { Description = "progan: for how many images each resolution is faded in, and then trained; when left out, chosen so that the steps are enough for all." };
        var threads = new Option<int?>("--threads") { Description = "How many threads compute: the same number and seed give the same training to the last bit; the fastest number is found when left out." };
        var saveEvery = new Option<long>("--save-every") { DefaultValueFactory = _ => usual.SaveEvery, Description = "Save a checkpoint and a picture of samples after so many steps." };
        var output = new Option<string?>("--out") { Description = "The folder for checkpoints, samples and losses; out/train/MODEL-DATA when left out." };
        var resume = new Option<string?>("--resume") { Description = "A folder that a training was saved to: continue it with the same settings." };
        var device = NetworkOptions.Device();
        var command = new Command("train", "Train a model on images; Ctrl-C stops and saves.") { model, data, size, preset, steps, seed, maps, latent, batch, rate, average, phase, threads, saveEvery, output, resume, device };
        command.SetAction((parsed, _) => Guard.RunAsync(console, () =>
        {
            using var stop = new StopSignal(console);
            return Task.FromResult(new TrainRun(console, ProjectFolders.Find(), new TrainRequest
            {
                Model = parsed.GetValue(model),
                Data = parsed.GetValue(data),
                Size = parsed.GetValue(size),
                Preset = parsed.GetValue(preset),
                Steps = parsed.GetValue(steps),
                Seed = parsed.GetValue(seed),
                Maps = parsed.GetValue(maps),
                Latent = parsed.GetValue(latent),
                Batch = parsed.GetValue(batch),
                Rate = parsed.GetValue(rate),
                Average = parsed.GetValue(average),
                ImagesPerPhase = parsed.GetValue(phase),
                Threads = parsed.GetValue(threads),
                SaveEvery = parsed.GetValue(saveEvery),
                Output = parsed.GetValue(output),
                Resume = parsed.GetValue(resume),
                Device = parsed.GetValue(device),
            }).Run(stop.Token));
        }, lower: "--batch, --maps or --size"));
        return command;
    }
}
