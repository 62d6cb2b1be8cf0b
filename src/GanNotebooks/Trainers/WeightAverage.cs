using TorchSharp;

namespace GanNotebooks.Trainers;

/// <summary>A running average of a network's weights, which makes steadier pictures than the weights of the last step. Karras et al. 2018, appendix A.1.</summary>
public sealed class WeightAverage : IDisposable
{
    private readonly torch.nn.Module network;
    private readonly double decay;
    private readonly Dictionary<string, torch.Tensor> averages;

    /// <summary>Begins with the weights as they are.</summary>
    /// <param name="network">The network whose weights are averaged.</param>
    /// <param name="decay">How much of the average each update keeps, in [0, 1): 0.999 in the paper.</param>
    public WeightAverage(torch.nn.Module network, double decay = 0.999)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decay);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(decay, 1);
        (this.network, this.decay) = (network, decay);
        averages = network.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.detach().clone().DetachFromDisposeScope());
    }

    /// <summary>The averages by the weights' names; integers, which only count, are copied instead.</summary>
    public IReadOnlyDictionary<string, torch.Tensor> Weights => averages;

    /// <summary>average ← decay·average + (1 − decay)·weight.</summary>
    public void Update()
    {
        using var scope = torch.NewDisposeScope();
        using var _ = torch.no_grad();
        foreach (var (name, weight) in network.state_dict())
        {
            var average = averages[name];
            if (average.is_floating_point()) average.mul_(decay).add_(weight, 1 - decay);
            else average.copy_(weight);
        }
    }

    /// <summary>Puts the averages into the network until the returned object is disposed; the network then gets its own weights back, to the last bit.</summary>
    public IDisposable Lend()
    {
        Exchange();
        return new Loan(this);
    }

    /// <summary>Puts the averages into the network permanently, at the end of a training.</summary>
    public void Keep() => Exchange();

    /// <summary>Replaces the averages.</summary>
    /// <param name="weights">A tensor for each weight, by name.</param>
    internal void Load(IReadOnlyDictionary<string, torch.Tensor> weights)
    {
        foreach (var (name, average) in averages) average.copy_(weights[name]);
    }

    /// <summary>Frees the averages.</summary>
    public void Dispose()
    {
        foreach (var average in averages.Values) average.Dispose();
    }

    private void Exchange()
    {
        using var scope = torch.NewDisposeScope();
        using var _ = torch.no_grad();
        foreach (var (name, weight) in network.state_dict())
        {
            var own = weight.clone();
            weight.copy_(averages[name]);
            averages[name].copy_(own);
        }
    }

    private sealed class Loan(WeightAverage average) : IDisposable
    {
        private WeightAverage? lender = average;

        public void Dispose()
        {
            lender?.Exchange();
            lender = null;
        }
    }
}
