using GanNotebooks.Checkpoints;
using GanNotebooks.Models;

namespace GanNotebooks.Applications;

/// <summary>Takes a generator out of a checkpoint, to make samples with.</summary>
public static class TrainedGenerator
{
    /// <summary>Builds the generator by the checkpoint's recipe and gives it its weights: their running average, where there is one.</summary>
    /// <param name="folder">A checkpoint, or the folder of a training's checkpoints: then the newest.</param>
    /// <exception cref="DirectoryNotFoundException">There is no checkpoint.</exception>
    /// <exception cref="InvalidDataException">It is damaged, or was saved without a recipe.</exception>
    public static Generator Load(string folder)
    {
        var checkpoint = CheckpointManifest.NewestIn(folder);
        var generator = CheckpointManifest.Read(checkpoint).RecipeOf(checkpoint).CreateGenerator();
        GeneratorWeights.Load(checkpoint, generator);
        return generator;
    }
}
