using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A normalization a channel: gain, shift and running statistics, each if wanted.</summary>
public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    private protected NormBase(string name, long features, double eps, double momentum, bool affine, bool track, Device? device, ScalarType? dtype) : base(name)
    {
        (num_features, this.eps, this.momentum, this.affine, track_running_stats) = (features, eps, momentum, affine, track);
        if (affine)
        {
            weight = new Parameter(ones([features], dtype, device));
            bias = new Parameter(zeros([features], dtype, device));
        }
        if (!track) return;
        running_mean = zeros([features], dtype, device);
        running_var = ones([features], dtype, device);
        num_batches_tracked = zeros([], dtype ?? int64, device);
    }

    /// <summary>The learned gain, (C); null where none is learned.</summary>
    public Parameter weight { get; set => field = Replaced(nameof(weight), field, value); } = null!;

    /// <summary>The learned shift, (C), or null.</summary>
    public Parameter? bias { get; set => field = Replaced(nameof(bias), field, value); }

    /// <summary>The mean that evaluation uses, (C), or null.</summary>
    public Tensor? running_mean { get; set => field = Replaced(nameof(running_mean), field, value); }

    /// <summary>The variance that evaluation uses, (C), or null.</summary>
    public Tensor? running_var { get; set => field = Replaced(nameof(running_var), field, value); }

    /// <summary>How many batches the running statistics have seen.</summary>
    public Tensor? num_batches_tracked { get; set => field = Replaced(nameof(num_batches_tracked), field, value); }

    /// <summary>C.</summary>
    public long num_features { get; }

    /// <summary>Added to the variance.</summary>
    public double eps { get; set; }

    /// <summary>The weight of a new batch in the running statistics; null for their plain mean.</summary>
    public double? momentum { get; set; }

    /// <summary>Whether gain and shift are learned.</summary>
    public bool affine { get; }

    /// <summary>Whether running statistics are kept for evaluation.</summary>
    public bool track_running_stats { get; }

    /// <summary>Running statistics as before the first batch.</summary>
    public void reset_running_stats()
    {
        running_mean?.zero_();
        running_var?.fill_(1);
        num_batches_tracked?.zero_();
    }

    /// <summary>Gain 1, shift 0, and running statistics as before the first batch.</summary>
    public void reset_parameters()
    {
        reset_running_stats();
        if (!affine) return;
        nn.init.ones_(weight);
        nn.init.zeros_(bias!);
    }
}
