using GanNotebooks.Models;
using TorchSharp;

namespace GanNotebooks.Tests.Models;

public class MlpTests
{
    [Fact]
    public void A_generator_makes_samples_of_its_shape_and_range()
    {
        using var generator = new MlpGenerator(latentSize: 7, hidden: [16, 32], sampleShape: [3, 4, 5], batchNorm: true);
        using var samples = generator.Generate(6);
        Assert.Equal([6L, 3, 4, 5], samples.shape);
        Assert.True(samples.abs().max().item<float>() < 1);
        Assert.False(samples.requires_grad);
        Assert.True(generator.training);
    }

    [Fact]
    public void An_unbounded_generator_may_leave_the_unit_interval()
    {
        torch.manual_seed(1);
        using var generator = new MlpGenerator(2, [8], [2], bounded: false);
        using var samples = generator.Generate(generator.Latents(500) * 100);
        Assert.True(samples.abs().max().item<float>() > 1);
    }

    [Fact]
    public void A_discriminator_gives_one_logit_a_sample_and_a_probability_when_asked()
    {
        using var discriminator = new MlpDiscriminator([1, 4, 4], [8], dropout: 0.5);
        using var images = torch.randn(5, 1, 4, 4);
        Assert.Equal([5L], discriminator.call(images).shape);
        using var judged = discriminator.Judge(images);
        Assert.True(judged.min().item<float>() > 0 && judged.max().item<float>() < 1);
        Assert.True(judged.allclose(discriminator.Judge(images)));      // evaluation: no dropout
    }

    /// <summary>Whatever RegisterComponents does not see would silently not train.</summary>
    [Fact]
    public void Every_weight_is_registered()
    {
        using var generator = new MlpGenerator(10, [20, 30], [2], batchNorm: true);
        Assert.Equal(10 * 20 + 2 * 20 + 20 * 30 + 2 * 30 + 30 * 2 + 2, generator.parameters().Sum(p => p.numel()));
        using var discriminator = new MlpDiscriminator([2], [20, 30]);
        Assert.Equal(2 * 20 + 20 + 20 * 30 + 30 + 30 + 1, discriminator.parameters().Sum(p => p.numel()));
    }
}
