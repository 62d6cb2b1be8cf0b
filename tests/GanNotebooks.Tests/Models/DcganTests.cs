using GanNotebooks.Models;
using TorchSharp;
using TorchSharp.Modules;

namespace GanNotebooks.Tests.Models;

public class DcganTests
{
    [Theory]
    [InlineData(28, 1)]
    [InlineData(32, 3)]
    [InlineData(64, 4)]
    public void All_networks_make_and_score_images_of_their_size(long size, long channels)
    {
        using var generator = new DcganGenerator(size, channels, latentSize: 6, featureMaps: 2);
        using var images = generator.Generate(3);
        Assert.Equal([3L, channels, size, size], images.shape);
        Assert.True(images.abs().max().item<float>() <= 1);
        using var discriminator = new DcganDiscriminator(size, channels, featureMaps: 2);
        Assert.Equal([3L], discriminator.call(images).shape);
        using var critic = new WganCritic(size, channels, featureMaps: 2);
        Assert.Equal([3L], critic.call(images).shape);
    }

    [Theory]
    [InlineData(100, 16, 4)]
    [InlineData(3, 5, 7)]
    public void The_first_layer_is_a_transposed_convolution_of_one_pixel(long latent, long channels, long side)
    {
        using var scope = torch.NewDisposeScope();
        using var layer = new LatentToImage(latent, channels, side);
        torch.Tensor input = torch.randn(6, latent, 1, 1).requires_grad_(), direction = torch.randn(6, channels, side, side);
        torch.Tensor output = layer.call(input), expected = torch.nn.functional.conv_transpose2d(input, layer.weight);
        Assert.True(output.allclose(expected, 1e-5, 1e-5));
        torch.Tensor[] parts = [input, layer.weight];
        foreach (var (gradient, other) in torch.autograd.grad([output], parts, [direction]).Zip(torch.autograd.grad([expected], parts, [direction])))
            Assert.True(gradient.allclose(other, 1e-5, 1e-5));
    }

    [Fact]
    public void A_size_that_no_doubling_reaches_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new DcganGenerator(size: 30));
        Assert.Contains("30×30", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new DcganDiscriminator(size: 4));
    }

    /// <summary>Mistake of tutorials: the comment says one number, the code another.</summary>
    [Fact]
    public void Weights_start_as_the_paper_says()
    {
        torch.manual_seed(1);
        using var network = new DcganGenerator(size: 32, latentSize: 50, featureMaps: 32);
        foreach (var layer in network.modules())
        {
            if (layer is ConvolutionTranspose { weight: { } kernel }) Expect(kernel, 0, 0.02);
            if (layer is BatchNorm2d { weight: { } gain } norm)
            {
                Expect(gain, 1, 0.02);
                Assert.Equal(0, norm.bias!.abs().sum().item<float>());
            }
        }

        static void Expect(torch.Tensor weight, double mean, double deviation)
        {
            var error = 5 * deviation / Math.Sqrt(weight.numel());
            Assert.Equal(mean, weight.mean().item<float>(), error);
            Assert.Equal(deviation, weight.std().item<float>(), error);
        }
    }

    /// <summary>Mistake of tutorials: the second positional argument of batch normalization is ε, not the momentum.</summary>
    [Fact]
    public void Batch_normalization_has_its_usual_epsilon_and_momentum_and_no_bias_before_it()
    {
        using var generator = new DcganGenerator(featureMaps: 2);
        using var discriminator = new DcganDiscriminator(featureMaps: 2);
        foreach (var network in new torch.nn.Module[] { generator, discriminator })
        {
            var layers = network.modules().ToArray();
            var norms = layers.OfType<BatchNorm2d>().ToArray();
            Assert.NotEmpty(norms);
            Assert.All(norms, norm =>
            {
                var (epsilon, momentum) = Measure(norm);
                Assert.Equal(1e-5, epsilon, 1e-8);
                Assert.Equal(0.1, momentum, 1e-6);
            });
            foreach (var (layer, next) in layers.Zip(layers.Skip(1)))
                if (next is BatchNorm2d) Assert.Null(layer is Conv2d down ? down.bias : Assert.IsAssignableFrom<ConvolutionTranspose>(layer).bias);
        }

        // Of ±0.001 the variance is below ε, and what comes out tells ε; then a mean of 10 moves the running mean from 0 by its momentum.
        static (double Epsilon, double Momentum) Measure(BatchNorm2d norm)
        {
            using var nothing = torch.no_grad();
            var features = norm.weight!.numel();
            var around0 = torch.cat([torch.full([1, features, 1, 1], 0.001f), torch.full([1, features, 1, 1], -0.001f)]);
            var ratio = (around0 * norm.weight!.reshape(1, -1, 1, 1) / (norm.call(around0) - norm.bias!.reshape(1, -1, 1, 1))).mean().item<float>();
            norm.call(torch.full([2, features, 1, 1], 10f));
            return (ratio * (double)ratio - 1e-6, norm.running_mean!.mean().item<float>() / 10);
        }
    }

    [Fact]
    public void The_critic_scores_each_image_on_its_own()
    {
        torch.manual_seed(1);
        using var critic = new WganCritic(size: 28, featureMaps: 2);
        Assert.DoesNotContain(critic.modules(), layer => layer is BatchNorm2d);
        var images = torch.rand(4, 1, 28, 28);
        Assert.True(critic.call(images)[..2].allclose(critic.call(images[..2]), atol: 1e-6));
        Assert.True(critic.Features(images)[..2].allclose(critic.Features(images[..2]), atol: 1e-6));
    }
}
