using GanNotebooks.Models;
using TorchSharp;

namespace GanNotebooks.Trainers;

/// <summary>How a discriminator's score changes with its input.</summary>
internal static class Slopes
{
    /// <summary>∇D(x), which can itself be differentiated by the weights: that is what <c>create_graph</c> keeps.</summary>
    /// <param name="critic">D.</param>
    /// <param name="places">x, (N, …); differentiable.</param>
    /// <param name="labels">Classes, (N) int64, or null.</param>
    /// <returns>(N, values of one sample).</returns>
    public static torch.Tensor Of(Discriminator critic, torch.Tensor places, torch.Tensor? labels)
    {
        var score = critic.forward(places, labels).sum();       // the samples' scores do not depend on each other
        return torch.autograd.grad([score], [places], retain_graph: true, create_graph: true)[0].flatten(1);
    }
}
