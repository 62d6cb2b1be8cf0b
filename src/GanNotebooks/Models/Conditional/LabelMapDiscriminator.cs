using static TorchSharp.torch;

namespace GanNotebooks.Models;

/// <summary>A conditional discriminator that sees the class as one more channel of the image. Mirza and Osindero 2014, section 3.2, with convolutions.</summary>
public sealed class LabelMapDiscriminator : ConditionalDiscriminator
{
    private readonly nn.Module<Tensor, Tensor> maps;
    private readonly DcganDiscriminator judge;

    /// <summary>Builds the network.</summary>
    /// <param name="classes">How many classes, at least 1.</param>
    /// <param name="size">The side of the images: 28, 32, 64 (4 or 7, doubled).</param>
    /// <param name="channels">The images' channels.</param>
    /// <param name="featureMaps">The channels of the first layer; each next layer has twice as many.</param>
    public LabelMapDiscriminator(long classes, long size = 32, long channels = 1, long featureMaps = 32) : base(classes, nameof(LabelMapDiscriminator))
    {
        maps = nn.Embedding(classes, size * size);
        judge = new DcganDiscriminator(size, channels + 1, featureMaps);
        RegisterComponents();
    }

    /// <summary>Scores images with the learned map of their class as the last channel.</summary>
    protected override Tensor Score(Tensor samples, Tensor labels)
    {
        var map = maps.call(labels).reshape(-1, 1, samples.shape[2], samples.shape[3]);
        return judge.call(cat([samples, map], 1));
    }
}
