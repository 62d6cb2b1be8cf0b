using GanNotebooks.Checkpoints;
using GanNotebooks.Data;
using GanNotebooks.Models;
using TorchSharp;

namespace GanNotebooks.Trainers;

public sealed partial class AdversarialTrainer
{
    private const string RandomEntry = "random";

    /// <summary>What the networks were built from, to be stored in checkpoints; null if they need not be built again from a checkpoint.</summary>
    public GanRecipe? Recipe { get; init; }

    /// <summary>Other texts to store in checkpoints, by name.</summary>
    public IReadOnlyDictionary<string, string>? Notes { get; init; }

    /// <summary>Saves all that is needed to continue the training as if it had never stopped. A checkpoint is written completely or not at all.</summary>
    /// <param name="folder">The folder of this training's checkpoints; each is a folder in it.</param>
    /// <param name="keep">How many of the newest checkpoints to keep, at least 1.</param>
    /// <param name="metric">A measurement to store with it.</param>
    /// <returns>The new checkpoint's folder.</returns>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public string Save(string folder, int keep = 2, double? metric = null) => CheckpointFolder.Add(folder, History.Steps.Count, keep, unfinished =>
    {
        using var scope = torch.NewDisposeScope();
        string At(string file) => Path.Combine(unfinished, file);
        SafeTensors.Save(At(CheckpointFiles.Generator), generator);
        SafeTensors.Save(At(CheckpointFiles.Discriminator), discriminator);
        if (average is not null) SafeTensors.Save(At(CheckpointFiles.Average), average.Weights);
        generatorOptimizer.save_state_dict(At(CheckpointFiles.GeneratorOptimizer));
        discriminatorOptimizer.save_state_dict(At(CheckpointFiles.DiscriminatorOptimizer));
        SafeTensors.Save(At(CheckpointFiles.Random), RandomNumbers());
        History.SaveCsv(At(CheckpointFiles.History));
        Manifest(metric).Write(unfinished);
    });

    /// <summary>Continues a saved training. Its next steps are the same as if it had never stopped: to the last bit on one thread.</summary>
    /// <param name="folder">A checkpoint, or the folder of a training's checkpoints: then the newest.</param>
    /// <exception cref="DirectoryNotFoundException">There is no checkpoint.</exception>
    /// <exception cref="InvalidDataException">It is damaged, or was saved with other networks, data or settings.</exception>
    public void Resume(string folder)
    {
        var checkpoint = CheckpointFolder.Newest(folder);
        var manifest = CheckpointManifest.Read(checkpoint);
        CheckFits(checkpoint, manifest);
        string At(string file) => Path.Combine(checkpoint, file);
        // Before the dispose scope: TorchSharp replaces some of an optimizer's tensors, and the scope would free the new ones.
        generatorOptimizer.load_state_dict(At(CheckpointFiles.GeneratorOptimizer));
        discriminatorOptimizer.load_state_dict(At(CheckpointFiles.DiscriminatorOptimizer));
        using var scope = torch.NewDisposeScope();
        SafeTensors.Load(At(CheckpointFiles.Generator), generator);
        SafeTensors.Load(At(CheckpointFiles.Discriminator), discriminator);
        average?.Load(SafeTensors.Load(At(CheckpointFiles.Average)));
        imagesSeen = manifest.ImagesSeen;
        stage = manifest.Growth;
        if (stage is { } grown) ((IGrowing)generator).Stage = ((IGrowing)discriminator).Stage = grown;
        History.LoadCsv(At(CheckpointFiles.History));
        History.Elapsed = TimeSpan.FromSeconds(manifest.Seconds);
        var random = SafeTensors.Load(At(CheckpointFiles.Random));
        torch.set_rng_state(random[RandomEntry]);
        random.Remove(RandomEntry);
        (data as IResumableSource)?.Restore(random);
    }

    /// <summary>The random number generator's state, and the position in the data.</summary>
    private Dictionary<string, torch.Tensor> RandomNumbers() => new((data as IResumableSource)?.Position() ?? new Dictionary<string, torch.Tensor>())
    {
        [RandomEntry] = random?.State ?? torch.get_rng_state(),
    };

    private CheckpointManifest Manifest(double? metric) => new()
    {
        Generator = Architecture.Of(generator),
        Discriminator = Architecture.Of(discriminator),
        Step = History.Steps.Count,
        ImagesSeen = imagesSeen,
        Seconds = History.Elapsed.TotalSeconds,
        Data = data.Name,
        DataFingerprint = Fingerprint,
        Options = options.ToJson(),
        Recipe = Recipe,
        ClassNames = generator is ConditionalGenerator ? (data as ImageDataset)?.ClassNames : null,
        Notes = Notes,
        Growth = stage,
        Metric = metric,
    };

    private string Fingerprint => (data as IResumableSource)?.Fingerprint ?? $"{data.Name} {string.Join("×", data.SampleShape)}";

    private void CheckFits(string checkpoint, CheckpointManifest manifest)
    {
        foreach (var (saved, network) in new (Architecture, torch.nn.Module)[] { (manifest.Generator, generator), (manifest.Discriminator, discriminator) })
            if (!saved.Fits(Architecture.Of(network)))
                throw new InvalidDataException($"{checkpoint}: saved from a {saved.Type} of other sizes than this {network.GetType().Name}. Build the networks as they were when it was saved.");
        if (manifest.DataFingerprint != Fingerprint)
            throw new InvalidDataException($"{checkpoint}: saved from a training on {manifest.Data}, and the data here ({data.Name}) are not the same. Resume with those data, or begin a new training.");
        if (average is not null && !File.Exists(Path.Combine(checkpoint, CheckpointFiles.Average)))
            throw new InvalidDataException($"{checkpoint}: saved without an average of the generator's weights. Set AverageDecay to null, or begin a new training.");
        if (manifest.Growth is null != options.Growth is null && manifest.Step > 0)
            throw new InvalidDataException($"{checkpoint}: saved from a training that {(manifest.Growth is null ? "did not grow" : "grew")}. Set Growth as it was when it was saved.");
        if (options.DifferencesFrom(manifest.Options) is { Count: > 0 } differences)
            throw new InvalidDataException($"{checkpoint}: saved from a training with other settings: {string.Join("; ", differences)}. Set them as they were, or begin a new training.");
    }
}
