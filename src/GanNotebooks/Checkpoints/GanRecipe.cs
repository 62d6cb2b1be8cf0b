using System.Text.Json.Serialization;

namespace GanNotebooks.Checkpoints;

/// <summary>What a pair of networks is built from. A checkpoint stores it, so that the networks can be built again from the checkpoint alone.</summary>
/// <param name="Model">The name of one of the papers' models.</param>
public sealed record GanRecipe(string Model)
{
    /// <summary>The side of the images, in pixels.</summary>
    public long Size { get; init; } = 32;

    /// <summary>The images' channels: 1 for grey, 3 for red, green, blue.</summary>
    public long Channels { get; init; } = 1;

    /// <summary>The channels of the input images, for models that translate images; the others ignore it.</summary>
    public long SourceChannels { get; init; }

    /// <summary>The length of z.</summary>
    public long LatentSize { get; init; } = 64;

    /// <summary>The channels of the layers nearest to the image; deeper layers have more of them.</summary>
    public long FeatureMaps { get; init; } = 32;

    /// <summary>How many classes the images have; models without classes ignore it.</summary>
    public long Classes { get; init; }

    /// <summary>The shape of one image, (C, H, W).</summary>
    [JsonIgnore]
    public long[] SampleShape => [Channels, Size, Size];
}
