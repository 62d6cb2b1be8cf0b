using static TorchSharp.torch;

namespace GanNotebooks.Applications;

/// <summary>
/// Passes numbers on as they are, and their gradients with the other sign: what comes before it learns the opposite of what comes after it.
/// Ganin et al. 2016, section 4.2.
/// </summary>
public static class GradientReversal
{
    /// <summary>The same numbers, with reversed gradients.</summary>
    /// <param name="features">Of any shape.</param>
    /// <param name="strength">The paper's λ: gradients are multiplied by its negative.</param>
    /// <returns>Of the same shape.</returns>
    public static Tensor Of(Tensor features, double strength = 1) => (1 + strength) * features.detach() - strength * features;

    /// <summary>The paper's schedule for the strength, 2 / (1 + exp(−10·p)) − 1 (section 5.2.2): 0 at first, when nothing has been learned that could mislead, and nearly 1 from the middle on.</summary>
    /// <param name="progress">The share of the training that is done, from 0 to 1.</param>
    public static double Schedule(double progress) => 2 / (1 + Math.Exp(-10 * progress)) - 1;
}
