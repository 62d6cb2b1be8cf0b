using GanNotebooks.Models;
using TorchSharp;

namespace GanNotebooks.Trainers;

/// <summary>A term of the discriminator's loss that keeps its slopes in bounds.</summary>
public interface ICriticPenalty
{
    /// <summary>Computes the term.</summary>
    /// <param name="critic">The discriminator.</param>
    /// <param name="real">Real samples, (N, …).</param>
    /// <param name="fake">Generated samples of the same shape, detached.</param>
    /// <param name="labels">Classes of both, (N) int64, or null.</param>
    /// <returns>A scalar that carries gradients to the critic's weights.</returns>
    torch.Tensor Of(Discriminator critic, torch.Tensor real, torch.Tensor fake, torch.Tensor? labels);

    /// <summary>Whether a step uses the term.</summary>
    /// <param name="step">The step's number, from 1.</param>
    bool IsDue(long step) => true;
}

/// <summary>Pulls the length of the critic's gradients to 1 between real and generated samples. Gulrajani et al. 2017, equation 3.</summary>
/// <param name="Weight">λ: 10 in the paper, 0.1 in its authors' code for points of the plane.</param>
public sealed record GradientPenalty(double Weight = 10) : ICriticPenalty
{
    /// <summary>λ·E[(‖∇D(x̂)‖₂ − 1)²] on straight lines between real and generated samples.</summary>
    public torch.Tensor Of(Discriminator critic, torch.Tensor real, torch.Tensor fake, torch.Tensor? labels)
    {
        var mix = torch.rand([real.shape[0], .. Enumerable.Repeat(1L, (int)real.ndim - 1)]).to(real.device);    // one ε a sample, uniform
        var between = (mix * real + (1 - mix) * fake).detach().requires_grad_();
        var slopes = Slopes.Of(critic, between, labels);
        var lengths = (slopes.square().sum(1) + 1e-12).sqrt();       // the sum keeps √ off zero, where its slope is infinite
        return Weight * (lengths - 1).square().mean();
    }
}

/// <summary>Pulls the discriminator's gradients to 0 at real samples. Mescheder et al. 2018, equation 9.</summary>
/// <param name="Gamma">γ: 10 in the paper.</param>
public sealed record R1Penalty(double Gamma = 10) : ICriticPenalty
{
    /// <summary>(γ/2)·E[‖∇D(x)‖²] on real samples.</summary>
    public torch.Tensor Of(Discriminator critic, torch.Tensor real, torch.Tensor fake, torch.Tensor? labels) =>
        Gamma / 2 * Slopes.Of(critic, real.detach().requires_grad_(), labels).square().sum(1).mean();
}

/// <summary>Pulls the discriminator's gradients to 0 at generated samples. Mescheder et al. 2018, equation 10.</summary>
/// <param name="Gamma">γ.</param>
public sealed record R2Penalty(double Gamma = 10) : ICriticPenalty
{
    /// <summary>(γ/2)·E[‖∇D(G(z))‖²] on generated samples.</summary>
    public torch.Tensor Of(Discriminator critic, torch.Tensor real, torch.Tensor fake, torch.Tensor? labels) =>
        new R1Penalty(Gamma).Of(critic, fake, real, labels);
}

/// <summary>R1 and R2 together: gradients are pulled to 0 at real and at generated samples. Huang et al. 2024 (R3GAN), section 2.2.</summary>
/// <param name="Gamma">γ, the weight of both.</param>
public sealed record R1AndR2Penalty(double Gamma = 10) : ICriticPenalty
{
    /// <summary>(γ/2)·(E[‖∇D(x)‖²] + E[‖∇D(G(z))‖²]).</summary>
    public torch.Tensor Of(Discriminator critic, torch.Tensor real, torch.Tensor fake, torch.Tensor? labels) =>
        new R1Penalty(Gamma).Of(critic, real, fake, labels) + new R2Penalty(Gamma).Of(critic, real, fake, labels);
}

/// <summary>
/// A penalty in the first of every few steps only, multiplied by their number: the same strength on average, while most steps do not need
/// its second derivatives. Karras et al. 2020 (StyleGAN2), section 3.1, "lazy regularization".
/// </summary>
/// <param name="Penalty">The penalty.</param>
/// <param name="Interval">The penalty is computed in one of this many steps, at least 1: 16 in the paper.</param>
public sealed record LazyPenalty(ICriticPenalty Penalty, int Interval = 16) : ICriticPenalty
{
    /// <summary>The penalty is computed in one of this many steps.</summary>
    public int Interval { get; } = Interval >= 1 ? Interval : throw new ArgumentOutOfRangeException(nameof(Interval), Interval, "A penalty is evaluated in one step of 1 or more.");

    /// <summary>Interval · the penalty.</summary>
    public torch.Tensor Of(Discriminator critic, torch.Tensor real, torch.Tensor fake, torch.Tensor? labels) => Interval * Penalty.Of(critic, real, fake, labels);

    /// <inheritdoc/>
    public bool IsDue(long step) => (step - 1) % Interval == 0;
}

/// <summary>How a discriminator's score changes with its input.</summary>
internal static class Slopes
{
    /// <summary>∇D(x), which can itself be differentiated with respect to the weights: <c>create_graph</c> makes that possible.</summary>
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
