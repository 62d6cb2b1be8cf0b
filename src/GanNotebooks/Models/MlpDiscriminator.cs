using static TorchSharp.torch;

namespace GanNotebooks.Models;

/// <summary>A discriminator of fully connected layers: samples (N, …) → one logit each (N).</summary>
public sealed class MlpDiscriminator : Discriminator
{
    private readonly nn.Module<Tensor, Tensor> layers;
    private readonly double inputScale;

    /// <summary>Builds the network.</summary>
    /// <param name="sampleShape">The shape of one sample: (2) for points, (C, H, W) for images.</param>
    /// <param name="hidden">The widths of the hidden layers, from the sample to the score.</param>
    /// <param name="slope">The slope of the leaky ReLUs for negative numbers; 0 makes them plain ReLUs.</param>
    /// <param name="dropout">The probability of a hidden zero while training, in [0, 1): a handicap that keeps it from winning too soon.</param>
    /// <param name="inputScale">Multiplies the samples first, so that they lie in about [-1, 1].</param>
    public MlpDiscriminator(long[] sampleShape, IReadOnlyList<long> hidden, double slope = 0.2, double dropout = 0, double inputScale = 1)
        : base(nameof(MlpDiscriminator))
    {
        this.inputScale = inputScale;
        var stack = new List<nn.Module<Tensor, Tensor>>();
        var width = sampleShape.Aggregate(1L, (product, size) => product * size);
        foreach (var next in hidden)
        {
            stack.Add(nn.Linear(width, next));
            stack.Add(nn.LeakyReLU(slope, inplace: true));
            if (dropout > 0) stack.Add(nn.Dropout(dropout));
            width = next;
        }
        stack.Add(nn.Linear(width, 1));
        layers = nn.Sequential(stack);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override bool ScoresApart => true;

    /// <summary>Scores.</summary>
    /// <param name="input">(N, …).</param>
    /// <returns>Logits, (N).</returns>
    public override Tensor forward(Tensor input)
    {
        var flat = Here(input).flatten(1);
        return layers.call(inputScale == 1 ? flat : flat * inputScale).squeeze(1);
    }
}
