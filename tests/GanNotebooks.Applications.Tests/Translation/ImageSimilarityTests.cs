using TorchSharp;

namespace GanNotebooks.Applications.Tests;

public class ImageSimilarityTests
{
    /// <summary>PSNR = −20·log₁₀(e / range) where all pixels are off by e.</summary>
    [Theory]
    [InlineData(0.2, 20)]
    [InlineData(0.02, 40)]
    [InlineData(2, 0)]
    public void A_constant_error_has_the_decibels_of_its_part_of_the_range(double error, double decibels)
    {
        using var truth = torch.full([2, 3, 5, 4], -1f);
        using var images = truth + error;
        Assert.Equal(decibels, PeakSignalToNoiseRatio.Of(images, truth), 1e-4);
    }

    [Fact]
    public void Decibels_are_averaged_over_images()
    {
        using var truth = torch.zeros(2, 1, 2, 2);
        using var images = torch.cat([torch.full([1, 1, 2, 2], 0.2f), torch.full([1, 1, 2, 2], 0.02f)]);
        Assert.Equal(30, PeakSignalToNoiseRatio.Of(images, truth), 1e-4);
        Assert.Equal(double.PositiveInfinity, PeakSignalToNoiseRatio.Of(truth, truth));
    }

    [Fact]
    public void Equal_images_are_wholly_alike_and_inverted_ones_are_not()
    {
        torch.manual_seed(1);
        using var images = torch.rand(2, 3, 16, 12) * 2 - 1;
        Assert.Equal(1, StructuralSimilarity.Of(images, images), 1e-12);
        using var inverted = -images;
        Assert.True(StructuralSimilarity.Of(inverted, images) < 0);
        using var noisy = images + 0.2 * torch.randn(2, 3, 16, 12);
        Assert.Equal(StructuralSimilarity.Of(images, noisy), StructuralSimilarity.Of(noisy, images), 1e-12);
    }

    /// <summary>Even images have no structure: what is left is (2ab + C₁) / (a² + b² + C₁), with a and b in [0, 1].</summary>
    [Fact]
    public void Even_images_differ_in_brightness_alone()
    {
        using var a = torch.full([1, 1, 11, 11], -0.5f);
        using var b = torch.full([1, 1, 11, 11], 0.5f);
        Assert.Equal((2 * 0.25 * 0.75 + 1e-4) / (0.0625 + 0.5625 + 1e-4), StructuralSimilarity.Of(a, b), 1e-6);
    }

    /// <summary>An image at half its contrast around the same mean: (2·½·v + C₂) / (v + ¼·v + C₂), for the variance v under the window.</summary>
    [Fact]
    public void Contrast_counts_by_its_variances()
    {
        torch.manual_seed(1);
        var side = torch.arange(11, dtype: torch.float64) - 5;
        var bell = (-side.square() / 4.5).exp();
        var window = torch.outer(bell, bell) / torch.outer(bell, bell).sum();
        var x = torch.rand(11, 11, dtype: torch.float64);
        x = x - (x * window).sum() + 0.5;                    // mean ½ under the window
        var half = (x - 0.5) / 2 + 0.5;
        var v = (x.square() * window).sum().item<double>() - 0.25;
        torch.Tensor Image(torch.Tensor of) => (2 * of - 1).reshape(1, 1, 11, 11);
        Assert.Equal((v + 9e-4) / (1.25 * v + 9e-4), StructuralSimilarity.Of(Image(half), Image(x)), 1e-9);
    }

    [Fact]
    public void Images_of_other_shapes_are_refused()
    {
        using var images = torch.zeros(2, 1, 8, 8);
        using var others = torch.zeros(1, 1, 8, 8);
        Assert.Contains("(2, 1, 8, 8)", Assert.Throws<ArgumentException>(() => PeakSignalToNoiseRatio.Of(images, others)).Message, StringComparison.Ordinal);
        Assert.Contains("11×11", Assert.Throws<ArgumentException>(() => StructuralSimilarity.Of(images, images)).Message, StringComparison.Ordinal);
    }
}
