using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Batch normalization: Ioffe &amp; Szegedy 2015, algorithm 1.</summary>
public abstract class BatchNorm : NormBase
{
    private protected BatchNorm(string name, long features, double eps, double momentum, bool affine, bool track, Device? device, ScalarType? dtype)
        : base(name, features, eps, momentum, affine, track, device, dtype)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        CheckInput(input);
        var counted = training && track_running_stats ? num_batches_tracked?.add_(1) : null;
        var newShare = momentum ?? (counted is null ? 0 : 1 / counted.ReadFirst());
        // Without running statistics of its own, a layer in training must not change those that were set from outside.
        var (mean, variance) = !training || track_running_stats ? (running_mean, running_var) : (null, null);
        return nn.functional.batch_norm(input, mean, variance, weight, bias, training || (running_mean is null && running_var is null), newShare, eps);
    }

    private protected abstract void CheckInput(Tensor input);
}
