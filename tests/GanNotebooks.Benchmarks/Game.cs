using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanNotebooks.Benchmarks;

/// <summary>One adversarial training step, the same that pytorch_steps.py takes.</summary>
internal sealed class Game
{
    private readonly nn.Module<Tensor, Tensor> generator, discriminator;
    private readonly Adam generatorOptimizer, discriminatorOptimizer;
    private readonly long[] latent;
    private readonly Tensor real, ones, zeros;

    private Game(nn.Module<Tensor, Tensor> generator, nn.Module<Tensor, Tensor> discriminator, long[] realShape, long[] latent)
    {
        (this.generator, this.discriminator, this.latent) = (generator, discriminator, latent);
        generatorOptimizer = optim.Adam(generator.parameters(), 2e-4, 0.5, 0.999);
        discriminatorOptimizer = optim.Adam(discriminator.parameters(), 2e-4, 0.5, 0.999);
        real = rand(realShape) * 2 - 1;
        ones = torch.ones(realShape[0], 1);
        zeros = torch.zeros(realShape[0], 1);
    }

    public static string[] Names => ["toy", "mlp", "dcgan"];

    public static Game Create(string name) => name switch
    {
        "toy" => new(Mlp([2, 128, 128, 2], () => nn.ReLU(true)), Mlp([2, 128, 128, 1], Leaky), [256, 2], [256, 2]),
        "mlp" => new(nn.Sequential(Mlp([100, 256, 512, 1024, 784], Leaky), nn.Tanh()), Mlp([784, 512, 256, 1], Leaky), [64, 784], [64, 100]),
        "dcgan" => Dcgan(),
        _ => throw new ArgumentException($"No game {name}: expected toy, mlp or dcgan.", nameof(name)),
    };

    /// <summary>One step of each player.</summary>
    /// <param name="scoped">Whether a scope frees the step's tensors; without one the collector has to.</param>
    public void Step(bool scoped = true)
    {
        using var scope = scoped ? NewDisposeScope() : null;
        var fake = generator.call(randn(latent));
        discriminatorOptimizer.zero_grad();
        var loss = nn.functional.binary_cross_entropy_with_logits(discriminator.call(real), ones)
            + nn.functional.binary_cross_entropy_with_logits(discriminator.call(fake.detach()), zeros);
        loss.backward();
        discriminatorOptimizer.step();

        foreach (var weight in discriminator.parameters()) weight.requires_grad_(false);
        generatorOptimizer.zero_grad();
        var other = nn.functional.binary_cross_entropy_with_logits(discriminator.call(fake), ones);
        other.backward();
        generatorOptimizer.step();
        foreach (var weight in discriminator.parameters()) weight.requires_grad_(true);
        _ = loss.item<float>() + other.item<float>();
    }

    private static Game Dcgan()
    {
        static nn.Module<Tensor, Tensor> Up(long i, long o, long stride, long padding) => nn.Sequential(
            nn.ConvTranspose2d(i, o, 4, stride: stride, padding: padding, bias: false), nn.BatchNorm2d(o), nn.ReLU(true));
        static nn.Module<Tensor, Tensor> Down(long i, long o) => nn.Sequential(
            nn.Conv2d(i, o, 4, stride: 2, padding: 1, bias: false), nn.BatchNorm2d(o), Leaky());
        var generator = nn.Sequential(Up(100, 256, 1, 0), Up(256, 128, 2, 1), Up(128, 64, 2, 1),
            nn.ConvTranspose2d(64, 1, 4, stride: 2, padding: 1, bias: false), nn.Tanh());
        var discriminator = nn.Sequential(nn.Conv2d(1, 64, 4, stride: 2, padding: 1, bias: false), Leaky(), Down(64, 128), Down(128, 256),
            nn.Conv2d(256, 1, 4, bias: false), nn.Flatten());
        return new(generator, discriminator, [64, 1, 32, 32], [64, 100, 1, 1]);
    }

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
