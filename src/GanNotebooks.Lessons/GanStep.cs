using GanNotebooks.Runtime;
using GanNotebooks.Trainers;
using TorchSharp;
using Network = TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>;

namespace GanNotebooks.Lessons;

/// <summary>One step of a GAN as a learner writes it: a discriminator step, then a generator step, with the non-saturating loss.</summary>
/// <param name="generator">Maps latent vectors to samples.</param>
/// <param name="discriminator">Maps samples to logits.</param>
/// <param name="generatorOptimizer">The generator's optimizer.</param>
/// <param name="discriminatorOptimizer">The discriminator's optimizer.</param>
/// <param name="real">Real samples, (N, 2).</param>
/// <param name="latents">Latent vectors, (N, 2).</param>
public delegate void GanStep(Network generator, Network discriminator, torch.optim.Optimizer generatorOptimizer, torch.optim.Optimizer discriminatorOptimizer, torch.Tensor real, torch.Tensor latents);

/// <summary>Finds the usual mistakes in a training step by running it on two small networks.</summary>
public static class GanStepCheck
{
    private const double Rate = 0.1;
    private const int Samples = 16;
    private const double Tolerance = 1e-2;      // relative to the gradient; mistakes change it by far more

    private static readonly NonSaturatingLoss Loss = new();

    /// <summary>Checks a step against Goodfellow et al. 2014, algorithm 1, with the generator's loss −log D(G(z)).</summary>
    /// <param name="name">The exercise's name.</param>
    /// <param name="step">The learner's step; null while there is none.</param>
    public static Exercise Check(string name, GanStep? step) => Exercise.Explain(name, step, Mistake);

    /// <summary>The first mistake found, or null.</summary>
    /// <param name="step">A step.</param>
    public static string? Mistake(GanStep step)
    {
        using var scope = torch.NewDisposeScope();
        using var random = RandomState.Keep();
        torch.manual_seed(1);
        var (g, d) = (torch.nn.Linear(2, 2), torch.nn.Linear(2, 1));
        var (adamG, adamD) = (torch.optim.SGD(g.parameters(), Rate), torch.optim.SGD(d.parameters(), Rate));
        var (real, z) = (torch.randn(Samples, 2) + 1, torch.randn(Samples, 2));
        return Round(first: true) ?? Round(first: false);

        string? Round(bool first)
        {
            var fake = g.call(z).detach();
            var ofD = Gradients(Loss.OfDiscriminator(d.call(real), d.call(fake)), d);
            var leak = Gradients(Loss.OfDiscriminator(d.call(real), d.call(g.call(z))), g);
            var (beforeG, beforeD) = (Copy(g), Copy(d));
            step(g, d, adamG, adamD, real, z);
            var movedD = Moved(beforeD, d);
            if (!Same(movedD, ofD))
                return first ? "The discriminator's step does not go down its loss: real samples are to score high, fake ones low."
                    : "In the second step the discriminator moved by more than this step's gradients: older ones were still there. When are they cleared?";
            var movedG = Moved(beforeG, g);
            Restore(g, beforeG, out var afterG);
            var right = Gradients(Loss.OfGenerator(d.call(g.call(z))), g);
            var wrong = Gradients(Loss.OfGenerator(-d.call(g.call(z))), g);
            Restore(g, afterG, out _);
            return Same(movedG, right) ? null
                : Same(movedG, Sum(right, leak)) || Same(movedG, Sum(wrong, leak)) ? "The generator also moved by the gradients of the discriminator's loss, which want its samples to score low. What keeps them from it?"
                : Same(movedG, wrong) ? "The generator's step makes its samples score lower. Which answer does it want to hear?"
                : first ? "The generator's step does not go down its loss, the mean of -log D(G(z)), with the z that it was given."
                : "In the second step the generator moved by more than this step's gradients: older ones were still there. When are they cleared?";
        }
    }

    private static torch.Tensor[] Gradients(torch.Tensor loss, Network of) => [.. torch.autograd.grad([loss], [.. of.parameters().Cast<torch.Tensor>()])];

    private static torch.Tensor[] Copy(Network network) => [.. network.parameters().Select(weight => weight.detach().clone())];

    private static torch.Tensor[] Moved(torch.Tensor[] before, Network network) =>
        [.. before.Zip(network.parameters(), (old, now) => (old - now.detach()) / Rate)];

    private static torch.Tensor[] Sum(torch.Tensor[] a, torch.Tensor[] b) => [.. a.Zip(b, (x, y) => x + y)];

    private static bool Same(torch.Tensor[] a, torch.Tensor[] b) =>
        a.Zip(b).All(pair => (pair.First - pair.Second).abs().max().item<float>() <= Tolerance * Math.Max(1e-3, pair.Second.abs().max().item<float>()));

    private static void Restore(Network network, torch.Tensor[] weights, out torch.Tensor[] replaced)
    {
        replaced = Copy(network);
        using var _ = torch.no_grad();
        foreach (var (weight, value) in network.parameters().Zip(weights)) weight.copy_(value);
    }
}
