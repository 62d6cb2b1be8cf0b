using GanNotebooks.Data;
using GanNotebooks.Models;

namespace GanNotebooks.Checkpoints;

/// <summary>Loads only the generator from a checkpoint, without the state that continuing the training needs.</summary>
public static class SavedGenerator
{
    /// <summary>Builds the generator and loads the checkpoint's weights into it: their running average, if there is one. A growing generator is set to the stage that it had reached.</summary>
    /// <param name="folder">A checkpoint, or the folder of a training's checkpoints: then the newest.</param>
    /// <param name="create">Builds a generator of the checkpoint's recipe.</param>
    /// <exception cref="DirectoryNotFoundException">There is no checkpoint.</exception>
    /// <exception cref="InvalidDataException">The checkpoint is damaged, was saved without a recipe, or holds another generator.</exception>
    public static Generator Load(string folder, Func<GanRecipe, Generator> create)
    {
        var checkpoint = CheckpointFolder.Newest(folder);
        var manifest = CheckpointManifest.Read(checkpoint);
        var generator = create(manifest.RecipeOf(checkpoint));
        var average = Path.Combine(checkpoint, CheckpointFiles.Average);
        SafeTensors.Load(File.Exists(average) ? average : Path.Combine(checkpoint, CheckpointFiles.Generator), generator);
        if (manifest.Growth is { } stage) ((IGrowing)generator).Stage = stage;
        return generator;
    }
}
