using System.Globalization;
using GanNotebooks.Applications;
using GanNotebooks.Checkpoints;
using GanNotebooks.Models;
using GanNotebooks.Trainers;
using Spectre.Console;
using TorchSharp;

namespace GanNotebooks.Cli;

/// <summary>Runs a training from its first step, or from a checkpoint, to its last step.</summary>
internal sealed class TrainRun(IAnsiConsole console, ProjectFolders folders, TrainRequest request)
{
    private readonly torch.Device device = NetworkOptions.Find(request.Device);

    /// <summary>Trains.</summary>
    /// <param name="stop">Ends the training after the running step; it is saved.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="UserError">The request cannot be carried out; nothing was trained.</exception>
    public int Run(CancellationToken stop)
    {
        request.Check();
        return request.Resume is null ? Begin(stop) : Resume(request.Resume, stop);
    }

    private int Begin(CancellationToken stop)
    {
        var model = Mistake.Of(() => GanModel.Named(request.Model ?? throw new UserError($"Which model? There are {GanModel.Names}: gan train dcgan. Or --resume FOLDER.")));
        if (request.Preset is not null) Mistake.Of(() => PaperTraining.Named(request.Preset));
        using var data = TrainingImages.Open(request.Data ?? TrainingImages.Usual(model), folders.Datasets, model, request.Size, request.RandomSeed);
        var settings = request.Settings(model, data);
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(settings.Data));
        return Train(data, settings, () => TrainFolder.New(request.Output, Path.Combine(folders.Output, "train", $"{model.Name}-{name}")), null, stop);
    }

    private int Resume(string checkpoint, CancellationToken stop)
    {
        using var folder = TrainFolder.Of(checkpoint);
        var manifest = Mistake.Of(() => CheckpointManifest.Read(checkpoint));
        var settings = Mistake.Of(() => TrainSettings.From(manifest.Notes ?? throw new UserError($"{checkpoint}: not saved by gan train, so its settings are not known. Resume it with the program that saved it.")));
        request.CheckAgainst(settings);
        if (request.Steps is { } more) settings = settings with { Steps = manifest.Step + more };
        if (settings.Steps <= manifest.Step) throw new UserError($"{checkpoint}: all {settings.Steps:N0} steps are done. Name the number of further steps with --steps.");
        using var data = TrainingImages.Open(settings.Data, folders.Datasets, GanModel.Named(settings.Model), settings.Size, settings.Seed);
        return Train(data, settings, () => folder, checkpoint, stop);
    }

    private int Train(TrainingImages data, TrainSettings settings, Func<TrainFolder> place, string? checkpoint, CancellationToken stop)
    {
        torch.manual_seed(settings.Seed);
        var recipe = data.Fit(new GanRecipe(settings.Model) { FeatureMaps = settings.Maps, LatentSize = settings.Latent });
        using var generator = Mistake.Of(recipe.CreateGenerator);
        using var discriminator = Mistake.Of(recipe.CreateDiscriminator);
        using var trainer = Mistake.Of(() => new AdversarialTrainer(generator, discriminator, data.Source, settings.Options with { Device = device, Threads = request.Threads }) { Recipe = recipe, Notes = settings.ToNotes() });
        using var folder = place();
        if (checkpoint is null) trainer.Save(folder.Path);      // so that there is always a checkpoint to resume from
        else Mistake.Of(() => trainer.Resume(checkpoint));

        var done = trainer.History.Steps.Count;
        if (data.Images.Warning is { } warning) console.MarkupLineInterpolated($"[yellow]{warning}[/]");
        console.MarkupLineInterpolated($"{settings.Model} on {data.Source}{(recipe.Classes > 0 ? ClassList.Describe(data.Images) : "")}{(device.type == DeviceType.CPU ? "" : $", computed by {device}")}; {(done == 0 ? "" : $"from step {done:N0} ")}to step {settings.Steps:N0} in {folder.Path}. Ctrl-C stops and saves.");
        var keeper = new TrainKeeper(folder, request.SaveEvery, settings.Seed, data.Pairs(TrainKeeper.Pairs));
        try
        {
            using var progress = new TrainProgress(console, settings.Options, done);
            trainer.Train(settings.Steps - done, stop, keeper, progress);
        }
        catch (TrainingDivergedException diverged)
        {
            throw new UserError($"{diverged.Message} The last good checkpoint is {folder.Newest}.", diverged);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"The training could not be saved: {e.Message}. The last checkpoint is {folder.Newest}.", e);
        }
        return Report(trainer, folder, generator is ImageTranslator ? "--in PICTURE --out made.png" : "--out samples.png");
    }

    private int Report(AdversarialTrainer trainer, TrainFolder folder, string sampling)
    {
        var (history, here) = (trainer.History, Path.GetRelativePath(Environment.CurrentDirectory, folder.Path));
        if (here.StartsWith("..", StringComparison.Ordinal)) here = folder.Path;
        console.MarkupLineInterpolated($"{history}");
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Samples: {folder.Samples(history.Steps.Count)}; losses: {folder.History}.");
        console.MarkupLineInterpolated($"Go on: ./gan train --resume {here}{(history.Stopped ? "" : " --steps 1000")}. Make images: ./gan sample {here} {sampling}");
        return history.Stopped ? Guard.Stopped : Guard.Success;
    }
}
