using static TorchSharp.torch;

namespace GanNotebooks.Models;

/// <summary>A discriminator of fully connected layers: samples (N, …) → one logit each (N).</summary>
public sealed class MlpDiscriminator : Discriminator
{
    private readonly nn.Module<Tensor, Tensor> layers;

    /// <summary>Builds the network.</summary>
    /// <param name="sampleShape">The shape of one sample: (2) for points, (C, H, W) for images.</param>
    /// <param name="hidden">The widths of the hidden layers, from the sample to the score.</param>
    /// <param name="slope">The slope of the leaky ReLUs for negative numbers; 0 makes them plain ReLUs.</param>
    /// <param name="dropout">The probability of a hidden zero while training, in [0, 1): a handicap that keeps it from winning too soon.</param>
    public MlpDiscriminator(long[] sampleShape, IReadOnlyList<long> hidden, double slope = 0.2, double dropout = 0)
        : base(nameof(MlpDiscriminator))
    {
        var stack = new List<nn.Module<Tensor, Tensor>>();
        var width = new Size(sampleShape).numel();
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
    public override Tensor forward(Tensor input) => layers.call(Here(input).flatten(1)).squeeze(1);
}
