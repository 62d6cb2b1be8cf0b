using GanNotebooks.Checkpoints;
using GanNotebooks.Models;

namespace GanNotebooks.Applications;

/// <summary>Loads a trained generator from a checkpoint.</summary>
public static class TrainedGenerator
{
    /// <summary>Builds the generator from the checkpoint's recipe and loads its weights: their running average, if there is one.</summary>
    /// <param name="folder">A checkpoint, or the folder of a training's checkpoints: then the newest.</param>
    /// <exception cref="DirectoryNotFoundException">There is no checkpoint.</exception>
    /// <exception cref="InvalidDataException">It is damaged, or was saved without a recipe.</exception>
    public static Generator Load(string folder) => SavedGenerator.Load(folder, recipe => recipe.CreateGenerator());
}
