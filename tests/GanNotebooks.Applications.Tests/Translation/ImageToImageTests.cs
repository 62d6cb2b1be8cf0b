using GanNotebooks.Data;
using GanNotebooks.Trainers;
using TorchSharp;

namespace GanNotebooks.Applications.Tests;

public class ImageToImageTests
{
    [Theory]
    [InlineData(3, 1, 0, 2)]
    [InlineData(1, 3, 5, 4)]
    public void A_unet_makes_images_of_the_size_that_it_is_given(long from, long to, long latent, int depth)
    {
        using var scope = torch.NewDisposeScope();
        using var network = new UNetGenerator(from, to, latent, featureMaps: 2, depth);
        var made = network.Apply(torch.rand(2, from, 32, 48) * 2 - 1);
        Assert.Equal([2, to, 32, 48], made.shape);
        Assert.True(made.abs().max().item<float>() <= 1);
        Assert.Equal(latent, network.LatentSize);
    }

    /// <summary>A line that is one pixel wide comes out at its place although the smallest map knows nothing of places so small: the outermost way back has seen the first layer.</summary>
    [Fact]
    public void A_unet_sees_on_its_way_back_what_it_saw_on_its_way_there()
    {
        using var scope = torch.NewDisposeScope();
        torch.manual_seed(1);
        using var network = new UNetGenerator(1, 1, featureMaps: 2);
        var image = torch.zeros(1, 1, 32, 32).requires_grad_();
        var changed = torch.autograd.grad([network.forward(network.Latents(1), image)[0, 0, 10, 20]], [image])[0].abs();
        Assert.True(changed[0, 0, 9..12, 19..22].sum().item<float>() > 0.2 * changed.sum().item<float>());
    }

    [Fact]
    public void A_translator_without_images_says_what_it_needs()
    {
        using var network = new UNetGenerator(3, 3, featureMaps: 2);
        Assert.Contains("expected (N, 3, H, W)", Assert.Throws<ArgumentException>(() => network.Generate(2)).Message, StringComparison.Ordinal);
        Assert.Contains("(2, 1, 32, 32)", Assert.Throws<ArgumentException>(() => network.Apply(torch.zeros(2, 1, 32, 32))).Message, StringComparison.Ordinal);
        Assert.Contains("multiples of 16", Assert.Throws<ArgumentException>(() => network.Apply(torch.zeros(2, 3, 32, 28))).Message, StringComparison.Ordinal);
        using var judge = new PatchDiscriminator(featureMaps: 2);
        Assert.Contains("beside", Assert.Throws<ArgumentException>(() => judge.forward(torch.zeros(2, 3, 32, 32), null)).Message, StringComparison.Ordinal);
    }

    /// <summary>The paper's sizes: patches of 16, 34 and 70 pixels, and as many of them as its figures say.</summary>
    [Theory]
    [InlineData(1, 16, 32, 14)]
    [InlineData(2, 34, 64, 14)]
    [InlineData(3, 70, 256, 30)]
    public void A_patch_is_all_that_one_score_sees(int halvings, long patch, long size, long scores)
    {
        using var scope = torch.NewDisposeScope();
        torch.manual_seed(1);
        using var judge = new PatchDiscriminator(1, 0, featureMaps: 1, halvings, normalize: false);
        Assert.Equal(patch, judge.PatchSize);
        var image = torch.randn(1, 1, size, size).requires_grad_();
        var score = judge.call(image);
        Assert.Equal([1, scores, scores], score.shape);
        var middle = scores / 2;
        var seen = torch.autograd.grad([score[0, middle, middle]], [image])[0].ne(0);
        Assert.Equal((patch, patch), (seen.any(dim: 3).sum().item<long>(), seen.any(dim: 2).sum().item<long>()));
        Assert.True(seen.sum().item<long>() > 0.9 * patch * patch);
    }

    [Fact]
    public void Super_resolution_begins_as_bicubic_interpolation()
    {
        using var scope = torch.NewDisposeScope();
        using var network = new SuperResolutionGenerator(3, featureMaps: 4, blocks: 2, doublings: 2);
        var small = torch.rand(2, 3, 8, 6) * 2 - 1;
        Assert.Equal(4, network.Factor);
        Assert.True(network.Apply(small).equal(SuperResolutionGenerator.Bicubic(small, 4)).all().item<bool>());
        var even = torch.full([1, 1, 8, 8], 0.3f);       // the weights of the 16 nearest pixels sum to 1
        Assert.True((SuperResolutionGenerator.Bicubic(even, 4) - 0.3f).abs().max().item<float>() < 1e-6);
    }

    /// <summary>Both networks learn of pairs in the one trainer: the colour of an image becomes that of what is made of it.</summary>
    [Fact]
    public void The_trainer_trains_translators_on_pairs()
    {
        torch.manual_seed(1);
        using var set = new ImageDataset("greys", [.. Enumerable.Range(0, 64).SelectMany(i => Enumerable.Repeat((byte)(4 * i), 16 * 16))], [64, 1, 16, 16]);
        var pairs = new ImagePairs(set, images => -images);
        using var network = new UNetGenerator(1, 1, featureMaps: 4, depth: 2);
        using var judge = new PatchDiscriminator(1, 1, featureMaps: 4);
        using var trainer = new AdversarialTrainer(network, judge, pairs, new() { BatchSize = 16, GeneratorRate = 5e-3, DiscriminatorRate = 1e-3, GeneratorTerm = new AbsoluteError(), Threads = 1 });
        double Error() => (network.Apply(set.Select(torch.arange(64))) + set.Select(torch.arange(64))).abs().mean().item<float>();
        var before = Error();
        trainer.Train(60);
        Assert.True(Error() < 0.5 * before, $"{before} → {Error()}");
    }
}
