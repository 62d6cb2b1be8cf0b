using TorchSharp;

namespace GanNotebooks.Trainers;

/// <summary>What each player of the game tries to make small, given the discriminator's scores.</summary>
public interface IAdversarialLoss
{
    /// <summary>The discriminator's loss.</summary>
    /// <param name="real">Scores of real samples, logits (N).</param>
    /// <param name="fake">Scores of generated samples, logits (N).</param>
    /// <returns>A scalar.</returns>
    torch.Tensor OfDiscriminator(torch.Tensor real, torch.Tensor fake);

    /// <summary>The generator's loss.</summary>
    /// <param name="fake">Scores of generated samples, logits (N).</param>
    /// <returns>A scalar.</returns>
    torch.Tensor OfGenerator(torch.Tensor fake);
}
