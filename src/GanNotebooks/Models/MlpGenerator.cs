using static TorchSharp.torch;

namespace GanNotebooks.Models;

/// <summary>A generator of fully connected layers: z (N, latent) → samples (N, …).</summary>
public sealed class MlpGenerator : Generator
{
    private readonly nn.Module<Tensor, Tensor> layers;
    private readonly long[] sampleShape;

    /// <summary>Builds the network.</summary>
    /// <param name="latentSize">The length of z.</param>
    /// <param name="hidden">The widths of the hidden layers, from z to the sample.</param>
    /// <param name="sampleShape">The shape of one sample: (2) for points, (C, H, W) for images.</param>
    /// <param name="batchNorm">Whether hidden layers are normalized over the batch; it speeds images up a lot.</param>
    /// <param name="bounded">True ends in tanh: samples in (-1, 1), as images need. False leaves them free, for points.</param>
    public MlpGenerator(long latentSize, IReadOnlyList<long> hidden, long[] sampleShape, bool batchNorm = false, bool bounded = true)
        : base(latentSize, nameof(MlpGenerator))
    {
        this.sampleShape = sampleShape;
        var stack = new List<nn.Module<Tensor, Tensor>>();
        var width = latentSize;
        foreach (var next in hidden)
        {
            stack.Add(nn.Linear(width, next, hasBias: !batchNorm));     // batch norm has a shift of its own
            if (batchNorm) stack.Add(nn.BatchNorm1d(next));
            stack.Add(nn.ReLU(inplace: true));
            width = next;
        }
        stack.Add(nn.Linear(width, new Size(sampleShape).numel()));
        if (bounded) stack.Add(nn.Tanh());
        layers = nn.Sequential(stack);
        RegisterComponents();
    }

    /// <summary>Generates.</summary>
    /// <param name="input">z, (N, LatentSize).</param>
    /// <returns>(N, …) of the sample shape.</returns>
    public override Tensor forward(Tensor input) => layers.call(Here(input)).reshape([-1, .. sampleShape]);
}
