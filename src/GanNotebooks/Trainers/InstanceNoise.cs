using TorchSharp;

namespace GanNotebooks.Trainers;

/// <summary>Noise on all samples that the discriminator sees, real and generated, so that it cannot tell them apart too easily at first. Sønderby et al. 2017, section 3.</summary>
/// <param name="Deviation">Its standard deviation in the first step.</param>
/// <param name="Steps">After how many steps no noise is left; it falls linearly.</param>
public sealed record InstanceNoise(double Deviation = 0.1, long Steps = 10_000)
{
    /// <summary>The standard deviation in a step.</summary>
    /// <param name="step">From 1.</param>
    public double At(long step) => Deviation * Math.Max(0, 1 - (step - 1.0) / Steps);

    /// <summary>Adds noise.</summary>
    /// <param name="samples">(N, …).</param>
    /// <param name="step">From 1.</param>
    /// <returns>Of the same shape.</returns>
    public torch.Tensor Add(torch.Tensor samples, long step) => At(step) > 0 ? samples + torch.randn_like(samples, device: torch.CPU).to(samples.device) * At(step) : samples;
}
