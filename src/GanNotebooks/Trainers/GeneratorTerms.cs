using GanNotebooks.Models;
using TorchSharp;

namespace GanNotebooks.Trainers;

/// <summary>
/// A second aim of the generator besides being scored as real, such as to come near the real sample of the same condition.
/// It is added to the generator's loss.
/// </summary>
public interface IGeneratorTerm
{
    /// <summary>The term's value for a batch.</summary>
    /// <param name="generator">The generator that made the samples.</param>
    /// <param name="real">Real samples, (N, …).</param>
    /// <param name="fake">Generated samples, (N, …), each for the same condition as the real one at its place, with gradients.</param>
    /// <param name="labels">The conditions, (N, …); null where there are none.</param>
    /// <returns>A scalar.</returns>
    torch.Tensor Of(Generator generator, torch.Tensor real, torch.Tensor fake, torch.Tensor? labels);
}

/// <summary>The absolute difference of generated and real samples: the L1 term of pix2pix. Isola et al. 2017, equation 3.</summary>
/// <param name="Weight">λ; 100 in the paper.</param>
public sealed record AbsoluteError(double Weight = 100) : IGeneratorTerm
{
    /// <summary>λ·E[|x − G(y)|].</summary>
    public torch.Tensor Of(Generator generator, torch.Tensor real, torch.Tensor fake, torch.Tensor? labels) => Weight * (real - fake).abs().mean();
}

/// <summary>The squared difference of generated and real samples: the content loss of SRGAN. Ledig et al. 2017, equation 4.</summary>
/// <param name="Weight">λ, relative to the adversarial loss; 1,000 is the paper's, which weights the adversarial loss with 0.001 instead (equation 3).</param>
public sealed record SquaredError(double Weight = 1000) : IGeneratorTerm
{
    /// <summary>λ·E[(x − G(y))²].</summary>
    public torch.Tensor Of(Generator generator, torch.Tensor real, torch.Tensor fake, torch.Tensor? labels) => Weight * (real - fake).square().mean();
}
