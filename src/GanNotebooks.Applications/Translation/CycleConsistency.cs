using GanNotebooks.Models;
using GanNotebooks.Trainers;
using TorchSharp;

namespace GanNotebooks.Applications;

/// <summary>
/// An image that is translated there and back should be the same again, and an image that is already of the target domain should stay as it is.
/// Zhu, Park et al. 2017, equation 2 and section 5.2. For a <see cref="TwoWayGenerator"/>.
/// </summary>
/// <param name="Weight">λ; 10 in the paper.</param>
/// <param name="Identity">The weight of the second aim relative to the first; 0.5 in the paper where it is used, 0 for none.</param>
public sealed record CycleConsistency(double Weight = 10, double Identity = 0) : IGeneratorTerm
{
    /// <summary>λ·(E[|F(G(x)) − x|] + E[|G(F(y)) − y|]) / 2, plus <see cref="Identity"/> times the same of F(x) and G(y): the halves of a batch count half, as in the adversarial loss.</summary>
    public torch.Tensor Of(Generator generator, torch.Tensor real, torch.Tensor fake, torch.Tensor? labels)
    {
        // The batch was x, y and became G(x), F(y). With its halves exchanged it goes back, and should become y, x: the real samples.
        var none = generator.Here(generator.Latents((int)fake.shape[0]));
        var loss = (generator.forward(none, fake.roll(fake.shape[0] / 2, 0)) - real).abs().mean();
        return Weight * (Identity == 0 ? loss : loss + Identity * (generator.forward(none, real) - real).abs().mean());
    }
}
