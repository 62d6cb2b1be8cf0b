using GanNotebooks.Models;
using TorchSharp;

namespace GanNotebooks.Trainers;

/// <summary>
/// A second wish of the generator's, beside being scored as real: such as to come near the real sample that belongs to the same condition.
/// It is added to the generator's loss.
/// </summary>
public interface IGeneratorTerm
{
    /// <summary>The term's value for a batch.</summary>
    /// <param name="generator">Made the generated samples.</param>
    /// <param name="real">Real samples, (N, …).</param>
    /// <param name="fake">Generated samples, (N, …), each from the condition of the real one at its place; gradients pass.</param>
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
/// <param name="Weight">How much it counts beside the adversarial loss; 1,000 in the paper, which weighs the adversarial loss with 0.001 instead (equation 3).</param>
public sealed record SquaredError(double Weight = 1000) : IGeneratorTerm
{
    /// <summary>λ·E[(x − G(y))²].</summary>
    public torch.Tensor Of(Generator generator, torch.Tensor real, torch.Tensor fake, torch.Tensor? labels) => Weight * (real - fake).square().mean();
}

/// <summary>
/// There and back again should be the image that one began with, and an image that is already of the other domain should stay as it is.
/// Zhu, Park et al. 2017, equation 2 and section 5.2. For a <see cref="TwoWayGenerator"/>.
/// </summary>
/// <param name="Weight">λ; 10 in the paper.</param>
/// <param name="Identity">How much the second wish counts beside the first; 0.5 in the paper where it is used, 0 for never.</param>
public sealed record CycleConsistency(double Weight = 10, double Identity = 0) : IGeneratorTerm
{
    /// <summary>λ·(E[|F(G(x)) − x|] + E[|G(F(y)) − y|]) / 2, and the same of F(x) and G(y) by <see cref="Identity"/>: the halves of a batch count half, as in the adversarial loss.</summary>
    public torch.Tensor Of(Generator generator, torch.Tensor real, torch.Tensor fake, torch.Tensor? labels)
    {
        // The batch was x, y and became G(x), F(y). With its halves exchanged it goes back, and should become y, x: the real samples.
        var none = generator.Here(generator.Latents((int)fake.shape[0]));
        var loss = (generator.forward(none, fake.roll(fake.shape[0] / 2, 0)) - real).abs().mean();
        return Weight * (Identity == 0 ? loss : loss + Identity * (generator.forward(none, real) - real).abs().mean());
    }
}
