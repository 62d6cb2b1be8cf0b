using GanNotebooks.Models;
using TorchSharp;

namespace GanNotebooks.Trainers;

/// <summary>Keeps every weight of the critic in [−c, c] after each of its steps: the first, crude way to bound its slopes. Arjovsky et al. 2017, algorithm 1.</summary>
/// <param name="Bound">c: 0.01 in the paper.</param>
public sealed record WeightClipping(double Bound = 0.01)
{
    /// <summary>Clips.</summary>
    /// <param name="critic">Changed in place.</param>
    public void Apply(Discriminator critic)
    {
        using var _ = torch.no_grad();
        foreach (var weight in critic.parameters()) weight.clamp_(-Bound, Bound);
    }
}
