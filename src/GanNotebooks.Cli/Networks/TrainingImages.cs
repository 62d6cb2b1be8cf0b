using GanNotebooks.Applications;
using GanNotebooks.Checkpoints;
using GanNotebooks.Data;
using GanNotebooks.Data.Downloads;
using TorchSharp;

namespace GanNotebooks.Cli;

/// <summary>The images that a model trains on, in a size that it supports.</summary>
/// <param name="Source">Batches: images, or pairs of images for a model that translates images.</param>
/// <param name="Images">The images that the model should make, square.</param>
internal sealed record TrainingImages(IBatchSource Source, ImageDataset Images) : IDisposable
{
    private const int UsualSize = 32;

    /// <summary>Opens images or pairs.</summary>
    /// <param name="name">A set or a folder.</param>
    /// <param name="datasets">The project's folder of data sets.</param>
    /// <param name="model">The model to train.</param>
    /// <param name="size">The side in pixels; when null their own if the model supports it, else 32.</param>
    /// <param name="seed">The seed of drawn images.</param>
    /// <exception cref="UserError">There are no such images, or the model does not support the size.</exception>
    public static TrainingImages Open(string name, string datasets, GanModel model, int? size, int seed)
    {
        if (size is { } wanted && !model.Fits(wanted)) throw new UserError($"--size {wanted}: {model.Name} makes images of {model.Sizes}.");
        var data = Read(size);
        if (data.Images.SampleShape is [_, var height, var width] && height == width && model.Fits(height)) return data;
        data.Dispose();
        return Read(UsualSize);

        TrainingImages Read(int? side) => Mistake.Of(() => Of(model, name, datasets, new ImageOptions { Size = side, Seed = seed }));
    }

    /// <summary>The set that a model trains on by default.</summary>
    public static string Usual(GanModel model) => model.Factor switch { null => ImageDatasets.BuiltIn, 1 => ImagePairs.BuiltIn, _ => "faces" };

    /// <summary>The name by which the images can be found again from any folder.</summary>
    public static string Lasting(string name) => name == ImagePairs.BuiltIn || DrawnSet.Find(name) is not null || Catalogue.BuiltIn.Find(name) is not null ? name : Path.GetFullPath(name);

    /// <summary>The recipe with the sizes and classes of these images.</summary>
    public GanRecipe Fit(GanRecipe recipe) => recipe with
    {
        Channels = Images.SampleShape[0],
        Size = Images.SampleShape[1],
        SourceChannels = Pairs(1) is { Labels: { } given } ? given.shape[1] : 0,
        Classes = GanModel.Named(recipe.Model).HasClasses && Images.Labels is not null ? Math.Max(Images.ClassNames?.Count ?? 0, Images.ClassCount) : 0,
    };

    /// <summary>The first pairs; null when there are only images.</summary>
    public Batch? Pairs(long most)
    {
        using var scope = torch.NewDisposeScope();
        if (Source is not ImagePairs pairs) return null;
        var (made, given) = pairs.Select(torch.arange(Math.Min(most, pairs.Count)));
        return new(made.MoveToOuterDisposeScope(), given!.MoveToOuterDisposeScope());
    }

    public void Dispose() => Images.Dispose();

    private static TrainingImages Of(GanModel model, string name, string datasets, ImageOptions options)
    {
        if (model.Factor == 1)
        {
            var pairs = ImagePairs.Open(name, datasets, options);
            return new(pairs, pairs.Images);
        }
        var images = ImageDatasets.Open(name, datasets, options);
        return new(model.Factor is { } factor ? new ImagePairs(images, whole => torch.nn.functional.avg_pool2d(whole, factor)) : images, images);
    }
}
