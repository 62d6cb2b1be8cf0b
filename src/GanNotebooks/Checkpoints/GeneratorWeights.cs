using GanNotebooks.Data;
using GanNotebooks.Models;

namespace GanNotebooks.Checkpoints;

/// <summary>What a training's generator learned, without all else that the training needs to go on.</summary>
public static class GeneratorWeights
{
    /// <summary>Gives a generator the weights of a checkpoint: their running average, where there is one. A growing one becomes as large as it was.</summary>
    /// <param name="folder">A checkpoint, or the folder of a training's checkpoints: then the newest.</param>
    /// <param name="generator">Of the same type and sizes as the one that was trained.</param>
    /// <exception cref="DirectoryNotFoundException">There is no checkpoint.</exception>
    /// <exception cref="InvalidDataException">It is damaged, or of another generator.</exception>
    public static void Load(string folder, Generator generator)
    {
        var checkpoint = CheckpointFolder.Newest(folder);
        var average = Path.Combine(checkpoint, CheckpointFiles.Average);
        SafeTensors.Load(File.Exists(average) ? average : Path.Combine(checkpoint, CheckpointFiles.Generator), generator);
        if (CheckpointManifest.Read(checkpoint).Growth is { } stage) ((IGrowing)generator).Stage = stage;
    }
}
