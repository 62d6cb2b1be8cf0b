using GanNotebooks.Data;
using GanNotebooks.Data.Downloads;
using GanNotebooks.Models;

namespace GanNotebooks.Cli;

/// <summary>Opens images in a size that a model can have.</summary>
internal static class TrainingImages
{
    private const int UsualSize = 32;

    /// <summary>The images, square.</summary>
    /// <param name="name">A set or a folder.</param>
    /// <param name="datasets">The project's folder of data sets.</param>
    /// <param name="model">Whose images they shall be.</param>
    /// <param name="size">The side; when null their own if the model can have it, else 32.</param>
    /// <param name="seed">The seed of what is drawn.</param>
    /// <exception cref="UserError">There are none, or not in this size.</exception>
    public static ImageDataset Open(string name, string datasets, GanModel model, int? size, int seed)
    {
        if (size is { } wanted && !model.Fits(wanted)) throw new UserError($"--size {wanted}: {model.Name} makes images of {model.Sizes}.");
        var set = Mistake.Of(() => ImageDatasets.Open(name, datasets, new ImageOptions { Size = size, Seed = seed }));
        if (set.SampleShape is [_, var height, var width] && height == width && model.Fits(height)) return set;
        set.Dispose();
        return Mistake.Of(() => ImageDatasets.Open(name, datasets, new ImageOptions { Size = UsualSize, Seed = seed }));
    }

    /// <summary>The name under which images are found again from any folder.</summary>
    public static string Lasting(string name) => DrawnSet.Find(name) is null && Catalogue.BuiltIn.Find(name) is null ? Path.GetFullPath(name) : name;

    /// <summary>How many classes images have, those without an image too; 0 without labels.</summary>
    public static long Classes(ImageDataset set) => set.Labels is null ? 0 : Math.Max(set.ClassNames?.Count ?? 0, set.ClassCount);
}
