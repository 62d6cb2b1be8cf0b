using System.Text.Json.Serialization;

namespace GanNotebooks.Models;

/// <summary>What a pair of networks is built from. A checkpoint remembers it, so that the networks can be built again from the checkpoint alone.</summary>
/// <param name="Model">Which of <see cref="GanModel.All"/>, by its name.</param>
public sealed record GanRecipe(string Model)
{
    /// <summary>The side of the images.</summary>
    public long Size { get; init; } = 32;

    /// <summary>The images' channels: 1 for grey, 3 for red, green, blue.</summary>
    public long Channels { get; init; } = 1;

    /// <summary>The length of z.</summary>
    public long LatentSize { get; init; } = 64;

    /// <summary>The channels of the layers nearest to the image; deeper layers have more of them.</summary>
    public long FeatureMaps { get; init; } = 32;

    /// <summary>How many classes the images have; only models with classes ask for it.</summary>
    public long Classes { get; init; }

    /// <summary>The shape of one image, (C, H, W).</summary>
    [JsonIgnore]
    public long[] SampleShape => [Channels, Size, Size];

    /// <summary>A new generator with random weights.</summary>
    /// <exception cref="ArgumentException">There is no such model, or a size is not one that it can have.</exception>
    public Generator CreateGenerator() => Checked().Generator(this);

    /// <summary>A new discriminator with random weights.</summary>
    /// <exception cref="ArgumentException">There is no such model, or a size is not one that it can have.</exception>
    public Discriminator CreateDiscriminator() => Checked().Discriminator(this);

    private GanModel Checked()
    {
        var model = GanModel.Named(Model);
        foreach (var (name, value) in new[] { ("channels", Channels), ("a latent vector", LatentSize), ("feature maps", FeatureMaps) })
            if (value < 1) throw new ArgumentException($"{model.Name}: {name} of {value}; expected at least 1.");
        model.CheckSize(Size);
        if (model.HasClasses && Classes < 1) throw new ArgumentException($"{model.Name} makes images by class, and these data have no labels. Take data with labels, or another model.");
        return model;
    }
}
