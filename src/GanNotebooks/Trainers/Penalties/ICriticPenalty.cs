using GanNotebooks.Models;
using TorchSharp;

namespace GanNotebooks.Trainers;

/// <summary>A term of the discriminator's loss that keeps its slopes in bounds.</summary>
public interface ICriticPenalty
{
    /// <summary>The term.</summary>
    /// <param name="critic">The discriminator.</param>
    /// <param name="real">Real samples, (N, …).</param>
    /// <param name="fake">Generated samples of the same shape, detached.</param>
    /// <param name="labels">Classes of both, (N) int64, or null.</param>
    /// <returns>A scalar that carries gradients to the critic's weights.</returns>
    torch.Tensor Of(Discriminator critic, torch.Tensor real, torch.Tensor fake, torch.Tensor? labels);
}
