using GanNotebooks.Data;
using GanNotebooks.Models;

namespace GanNotebooks.Checkpoints;

/// <summary>Loads only the generator from a checkpoint, without the state that continuing the training needs.</summary>
public static class GeneratorWeights
{
    /// <summary>Loads a checkpoint's weights into a generator: their running average, if there is one. A growing generator is set to the stage that it had reached.</summary>
    /// <param name="folder">A checkpoint, or the folder of a training's checkpoints: then the newest.</param>
    /// <param name="generator">A generator of the same type and sizes as the trained one.</param>
    /// <exception cref="DirectoryNotFoundException">There is no checkpoint.</exception>
    /// <exception cref="InvalidDataException">The checkpoint is damaged, or holds another generator.</exception>
    public static void Load(string folder, Generator generator)
    {
        var checkpoint = CheckpointFolder.Newest(folder);
        var average = Path.Combine(checkpoint, CheckpointFiles.Average);
        SafeTensors.Load(File.Exists(average) ? average : Path.Combine(checkpoint, CheckpointFiles.Generator), generator);
        if (CheckpointManifest.Read(checkpoint).Growth is { } stage) ((IGrowing)generator).Stage = stage;
    }
}
