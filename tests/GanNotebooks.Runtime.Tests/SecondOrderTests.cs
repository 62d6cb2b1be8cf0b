using TorchSharp;
using static TorchSharp.torch;

namespace GanNotebooks.Runtime.Tests;

/// <summary>Gradients of gradients, as the gradient penalty of WGAN-GP needs them, against differences of first gradients in float64.</summary>
public class SecondOrderTests
{
    /// <summary>(‖∂f/∂x‖ − 1)² averaged over the batch: Gulrajani et al. 2017, equation 3.</summary>
    private static Tensor Penalty(nn.Module<Tensor, Tensor> f, Tensor x)
    {
        var score = f.call(x).sum();
        var slope = autograd.grad([score], [x], retain_graph: true, create_graph: true)[0];
        return ((slope.flatten(1).square().sum(1) + 1e-12).sqrt() - 1).square().mean();
    }

    private static void Check(nn.Module<Tensor, Tensor> f, params long[] shape)
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        f.to(float64);
        foreach (var parameter in f.parameters()) nn.init.normal_(parameter, 0, 0.5);
        var x = randn(shape, float64, requires_grad: true);
        Penalty(f, x).backward();
        foreach (var (name, parameter) in f.named_parameters())
        {
            var gradient = parameter.grad;
            using var direction = randn_like(parameter);
            var slope = gradient is null ? 0 : (gradient * direction).sum().item<double>();
            Differences.Check(slope, parameter, direction, () => Penalty(f, x).item<double>(), 1e-6, name);
        }
        f.Dispose();
    }

    [Fact]
    public void Through_linear_layers() =>
        Check(nn.Sequential(nn.Linear(6, 8), nn.LeakyReLU(0.2), nn.Linear(8, 8), nn.Tanh(), nn.Linear(8, 1)), 4, 6);

    [Fact]
    public void Through_convolutions() =>
        Check(nn.Sequential(nn.Conv2d(2, 4, 4, stride: 2, padding: 1), nn.LeakyReLU(0.2), nn.Conv2d(4, 4, 3, padding: 1), nn.LeakyReLU(0.2), nn.Flatten(), nn.Linear(64, 1)), 3, 2, 8, 8);

    [Fact]
    public void Through_transposed_convolutions() =>
        Check(nn.Sequential(nn.ConvTranspose2d(3, 4, 4, stride: 2, padding: 1), nn.SiLU(), nn.Conv2d(4, 1, 4, stride: 2), nn.Flatten(), nn.Linear(9, 1)), 3, 3, 4, 4);

    [Fact]
    public void Through_sequences() =>
        Check(nn.Sequential(nn.Conv1d(2, 4, 4, stride: 2, padding: 1), nn.LeakyReLU(0.2), nn.ConvTranspose1d(4, 2, 4, stride: 2, padding: 1), nn.Flatten(), nn.Linear(16, 1)), 3, 2, 8);

    [Fact]
    public void Through_layer_and_group_normalization_and_pooling() =>
        Check(nn.Sequential(nn.Conv2d(2, 4, 3, padding: 1), nn.GroupNorm(2, 4), nn.ELU(), nn.AvgPool2d(2), nn.Flatten(), nn.LayerNorm(16), nn.GELU(), nn.Linear(16, 1)), 3, 2, 4, 4);

    [Fact]
    public void Through_upsampling_and_pixel_shuffling() =>
        Check(nn.Sequential(nn.Upsample(scale_factor: [2, 2]), nn.Conv2d(2, 4, 3, padding: 1), nn.Softmax(1), nn.PixelShuffle(2), nn.AdaptiveAvgPool2d(2), nn.Flatten(), nn.Linear(4, 1)), 3, 2, 3, 3);
}
