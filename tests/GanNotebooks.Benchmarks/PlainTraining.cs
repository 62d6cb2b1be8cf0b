using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanNotebooks.Benchmarks;

/// <summary>The same networks and steps written with TorchSharp alone, as its examples write them.</summary>
internal sealed class PlainTraining : ITraining
{
    private const int CriticSteps = 5, PenaltyWeight = 10;
    private readonly nn.Module<Tensor, Tensor> generator, discriminator;
    private readonly Adam generatorOptimizer, discriminatorOptimizer;
    private readonly long[] latent;
    private readonly Tensor ones, zeros;
    private readonly bool scoped;
    private readonly Action step;

    private PlainTraining((nn.Module<Tensor, Tensor> Generator, nn.Module<Tensor, Tensor> Discriminator) networks, long[] realShape, long[] latent, bool scoped, bool wasserstein = false)
    {
        ((generator, discriminator), this.latent, this.scoped) = (networks, latent, scoped);
        generatorOptimizer = optim.Adam(generator.parameters(), 2e-4, wasserstein ? 0 : 0.5, 0.999);
        discriminatorOptimizer = optim.Adam(discriminator.parameters(), 2e-4, wasserstein ? 0 : 0.5, 0.999);
        Real = rand(realShape) * 2 - 1;
        ones = TorchSharp.torch.ones(realShape[0], 1);
        zeros = TorchSharp.torch.zeros(realShape[0], 1);
        step = wasserstein ? StepOfWasserstein : Step;
    }

    /// <summary>The real samples of the next steps.</summary>
    public Tensor Real { get; set; }

    public nn.Module<Tensor, Tensor> Generator => generator;

    /// <summary>Begins a training.</summary>
    /// <param name="name">One of the names.</param>
    /// <param name="scoped">Whether a scope frees each step's tensors; without one the collector has to.</param>
    public static PlainTraining Create(string name, bool scoped = true) => name switch
    {
        "toy" => new((Mlp([2, 128, 128, 2], () => nn.ReLU(true)), Mlp([2, 128, 128, 1], Leaky)), [256, 2], [256, 2], scoped),
        "mlp" => new((nn.Sequential(Mlp([100, 256, 512, 1024, 784], Leaky), nn.Tanh()), Mlp([784, 512, 256, 1], Leaky)), [64, 784], [64, 100], scoped),
        "dcgan" => new(Dcgan(), [64, 1, 32, 32], [64, 100, 1, 1], scoped),
        "wgan-gp" => new(WganGp(), [64, 1, 28, 28], [64, 64, 1, 1], scoped, wasserstein: true),
        _ => throw new ArgumentException($"No training {name}: expected one of {string.Join(", ", ITraining.Names)}.", nameof(name)),
    };

    public void Train(int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            using var scope = scoped ? NewDisposeScope() : null;
            step();
        }
    }

    private void Step()
    {
        var fake = generator.call(randn(latent));
        discriminatorOptimizer.zero_grad();
        var loss = nn.functional.binary_cross_entropy_with_logits(discriminator.call(Real), ones)
            + nn.functional.binary_cross_entropy_with_logits(discriminator.call(fake.detach()), zeros);
        loss.backward();
        discriminatorOptimizer.step();

        generatorOptimizer.zero_grad();
        var other = nn.functional.binary_cross_entropy_with_logits(discriminator.call(fake), ones);
        other.backward();
        generatorOptimizer.step();
        _ = loss.item<float>() + other.item<float>();
    }

    private void StepOfWasserstein()
    {
        for (var i = 0; i < CriticSteps; i++)
        {
            var fake = generator.call(randn(latent)).detach();
            var mix = rand(Real.shape[0], 1, 1, 1);
            var between = (mix * Real + (1 - mix) * fake).requires_grad_();
            var slopes = autograd.grad([discriminator.call(between).sum()], [between], retain_graph: true, create_graph: true)[0].flatten(1);
            discriminatorOptimizer.zero_grad();
            var loss = discriminator.call(fake).mean() - discriminator.call(Real).mean() + PenaltyWeight * (slopes.norm(1) - 1).square().mean();
            loss.backward();
            discriminatorOptimizer.step();
            _ = loss.item<float>();
        }
        generatorOptimizer.zero_grad();
        var other = -discriminator.call(generator.call(randn(latent))).mean();
        other.backward();
        generatorOptimizer.step();
        _ = other.item<float>();
    }

    private static (nn.Module<Tensor, Tensor> Generator, nn.Module<Tensor, Tensor> Discriminator) Dcgan() => (
        nn.Sequential(Up(100, 256, 4, 1, 0), Up(256, 128, 4, 2, 1), Up(128, 64, 4, 2, 1), nn.ConvTranspose2d(64, 1, 4, stride: 2, padding: 1, bias: false), nn.Tanh()),
        nn.Sequential(nn.Conv2d(1, 64, 4, stride: 2, padding: 1, bias: false), Leaky(), Down(64, 128), Down(128, 256), nn.Conv2d(256, 1, 4, bias: false), nn.Flatten()));

    private static (nn.Module<Tensor, Tensor> Generator, nn.Module<Tensor, Tensor> Discriminator) WganGp() => (
        nn.Sequential(Up(64, 64, 7, 1, 0), Up(64, 32, 4, 2, 1), nn.ConvTranspose2d(32, 1, 4, stride: 2, padding: 1), nn.Tanh()),
        nn.Sequential(nn.Conv2d(1, 32, 4, stride: 2, padding: 1), Leaky(), nn.Conv2d(32, 64, 4, stride: 2, padding: 1), Leaky(), nn.Conv2d(64, 1, 7), nn.Flatten()));

    private static nn.Module<Tensor, Tensor> Up(long i, long o, long side, long stride, long padding) => nn.Sequential(
        nn.ConvTranspose2d(i, o, side, stride: stride, padding: padding, bias: false), nn.BatchNorm2d(o), nn.ReLU(true));

    private static nn.Module<Tensor, Tensor> Down(long i, long o) => nn.Sequential(
        nn.Conv2d(i, o, 4, stride: 2, padding: 1, bias: false), nn.BatchNorm2d(o), Leaky());

    private static nn.Module<Tensor, Tensor> Leaky() => nn.LeakyReLU(0.2, inplace: true);

    private static nn.Module<Tensor, Tensor> Mlp(long[] sizes, Func<nn.Module<Tensor, Tensor>> activation)
    {
        var layers = new List<nn.Module<Tensor, Tensor>>();
        for (var i = 0; i < sizes.Length - 2; i++)
        {
            layers.Add(nn.Linear(sizes[i], sizes[i + 1]));
            layers.Add(activation());
        }
        layers.Add(nn.Linear(sizes[^2], sizes[^1]));
        return nn.Sequential(layers);
    }
}
