using GanNotebooks.Models;
using static TorchSharp.torch;

namespace GanNotebooks.Tests.Models;

public class ProGanTests
{
    private static bool Same(Tensor left, Tensor right) => left.shape.SequenceEqual(right.shape) && left.eq(right).all().item<bool>();

    private static ProGanGenerator Generator() => new(16, channels: 3, latentSize: 5, featureMaps: 4);

    private static ProGanCritic Critic() => new(16, channels: 3, featureMaps: 4);

    [Fact]
    public void Both_networks_grow_from_4_to_64()
    {
        using var generator = new ProGanGenerator(64, 1, 5, featureMaps: 8);
        using var critic = new ProGanCritic(64, 1, featureMaps: 8);
        foreach (var side in new long[] { 4, 8, 16, 32, 64 })
        {
            generator.Stage = critic.Stage = new GrowthStage(side, 0.5);
            using var images = generator.Generate(4);
            Assert.Equal([4L, 1, side, side], images.shape);
            Assert.Equal([4L], critic.call(images).shape);
        }
    }

    /// <summary>Thin networks for small computers: 16, 8, 4 channels at 4, 8, 16 px, and a single convolution at 16.</summary>
    [Fact]
    public void Widths_can_be_halved_early_and_large_sides_have_one_convolution()
    {
        using var generator = new ProGanGenerator(16, 3, latentSize: 5, featureMaps: 16, wideUntil: 4, pairsUntil: 8);
        using var critic = new ProGanCritic(16, 3, featureMaps: 16, wideUntil: 4, pairsUntil: 8);
        Assert.Equal([[16, 5, 4, 4], [16, 16, 3, 3], [8, 16, 3, 3], [8, 8, 3, 3], [4, 8, 3, 3]], Windows(generator, "blocks."));
        Assert.Equal([[16, 17, 3, 3], [16, 16, 4, 4], [8, 8, 3, 3], [16, 8, 3, 3], [8, 4, 3, 3]], Windows(critic, "blocks."));
        generator.Stage = critic.Stage = new GrowthStage(16, 0.5);
        Assert.Equal([4L], critic.call(generator.Generate(4)).shape);

        static long[][] Windows(nn.Module network, string part) =>
            [.. network.named_parameters().Where(entry => entry.name.StartsWith(part, StringComparison.Ordinal) && entry.parameter.ndim == 4).Select(entry => entry.parameter.shape)];
    }

    /// <summary>α = 0 is the old network and α = 1 the new one; many a tutorial documents the other direction.</summary>
    [Fact]
    public void A_fade_begins_with_the_old_image_bit_for_bit_and_ends_without_it()
    {
        manual_seed(1);
        using var generator = Generator();
        var z = generator.Latents(3);
        generator.Stage = GrowthStage.Whole(8);
        var old = nn.functional.interpolate(generator.Generate(z), scale_factor: [2, 2], mode: InterpolationMode.Nearest);
        generator.Stage = new GrowthStage(16, 0);
        Assert.True(Same(old, generator.Generate(z)));

        generator.Stage = GrowthStage.Whole(16);
        var young = generator.Generate(z);
        Assert.False(Same(old, young));
        Spoil(generator, "toRgb.1.");          // the old branch's way out
        Assert.True(Same(young, generator.Generate(z)));
    }

    [Fact]
    public void The_critic_fades_at_its_input()
    {
        manual_seed(1);
        using var critic = Critic();
        var images = rand(4, 3, 16, 16);
        critic.Stage = GrowthStage.Whole(8);
        var old = critic.forward(nn.functional.avg_pool2d(images, 2));
        critic.Stage = new GrowthStage(16, 0);
        Assert.True(Same(old, critic.forward(images)));

        critic.Stage = GrowthStage.Whole(16);
        var young = critic.forward(images);
        Spoil(critic, "fromRgb.1.");
        Assert.True(Same(young, critic.forward(images)));
    }

    [Fact]
    public void Halfway_is_the_mean_of_both()
    {
        manual_seed(1);
        using var generator = Generator();
        var z = generator.Latents(2);
        Tensor At(double alpha)
        {
            generator.Stage = new GrowthStage(8, alpha);
            return generator.Generate(z);
        }
        Assert.True(At(0.5).allclose((At(0) + At(1)) / 2, atol: 1e-6));
    }

    /// <summary>Mistake of tutorials: scaling the bias as well.</summary>
    [Fact]
    public void Equalized_layers_scale_the_weight_by_Hes_constant_and_not_the_bias()
    {
        manual_seed(1);
        using var convolution = new EqualizedConv2d(8, 16, 3);
        Assert.Equal(Math.Sqrt(2.0 / (8 * 3 * 3)), convolution.Scale, 1e-12);
        using var linear = new EqualizedLinear(8, 16, gain: 1);
        Assert.Equal(Math.Sqrt(1.0 / 8), linear.Scale, 1e-12);
        foreach (var (layer, input) in new (nn.Module<Tensor, Tensor>, Tensor)[] { (convolution, zeros(1, 8, 5, 5)), (linear, zeros(1, 8)) })
        {
            var (weight, bias) = (layer.parameters().First(), layer.parameters().Last());
            Assert.Equal(1, weight.std().item<float>(), 0.15);
            nn.init.constant_(bias, 3);
            Assert.True(layer.call(input).allclose(tensor(3f)));
        }
    }

    [Fact]
    public void Equalized_layers_keep_the_size_of_signals()
    {
        manual_seed(1);
        using var layer = new EqualizedConv2d(32, 64, 3, padding: 0);
        Assert.Equal(Math.Sqrt(2), layer.call(randn(8, 32, 10, 10)).std().item<float>(), 0.05);
    }

    [Fact]
    public void Pixel_norm_leaves_vectors_of_mean_square_one()
    {
        using var norm = new PixelNorm();
        var x = randn(2, 6, 3, 3) * 17;
        Assert.True(norm.call(x).square().mean([1]).allclose(ones(2, 3, 3), atol: 1e-4));
        Assert.True(norm.call(zeros(1, 6, 2, 2)).isfinite().all().item<bool>());
    }

    [Fact]
    public void The_minibatch_channel_is_the_mean_deviation_of_each_group()
    {
        using var layer = new MinibatchStddev(groupSize: 2);
        var x = zeros(4, 1, 2, 2);
        x[2] = ones(1, 2, 2) * 6;           // its group is images 0 and 2, as in the authors' code; the other group is all the same
        var y = layer.call(x);
        Assert.Equal([4L, 2, 2, 2], y.shape);
        float Of(int image) => y[image, 1, 0, 0].item<float>();
        Assert.Equal(3, Of(0), 1e-3);
        Assert.Equal(3, Of(2), 1e-3);
        Assert.Equal(0, Of(1), 1e-3);
        Assert.Equal([3L, 2, 2, 2], layer.call(x[..3]).shape);       // does not divide: one group
    }

    [Fact]
    public void The_minibatch_channel_has_a_finite_slope_where_all_images_are_the_same()
    {
        using var layer = new MinibatchStddev();
        var x = ones(4, 2, 2, 2).requires_grad_();
        Assert.True(layer.call(x).sum().Along(x).isfinite().all().item<bool>());
    }

    [Fact]
    public void A_stage_out_of_reach_is_refused()
    {
        using var generator = Generator();
        Assert.Contains("at most 16", Assert.Throws<ArgumentException>(() => generator.Stage = GrowthStage.Whole(32)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => generator.Stage = GrowthStage.Whole(12));
        Assert.Throws<ArgumentException>(() => generator.Stage = new GrowthStage(8, 1.5));
        Assert.Throws<ArgumentException>(() => new ProGanCritic(28));
    }

    private static void Spoil(nn.Module network, string prefix)
    {
        foreach (var (name, weight) in network.named_parameters())
            if (name.StartsWith(prefix, StringComparison.Ordinal)) nn.init.constant_(weight, 99);
    }
}
