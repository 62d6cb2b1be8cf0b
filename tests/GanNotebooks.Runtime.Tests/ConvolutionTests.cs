using static TorchSharp.torch;

namespace GanNotebooks.Runtime.Tests;

/// <summary>Convolutions in float32 against the same in float64, which other code computes, in memory that held NaN before.</summary>
public class ConvolutionTests
{
    public ConvolutionTests() => Libtorch.Prepare();

    [Theory]
    [InlineData(12, 12, 3, 1, 8)]
    [InlineData(24, 24, 3, 1, 16)]
    [InlineData(4, 8, 3, 1, 4)]
    [InlineData(1, 8, 4, 2, 16)]
    [InlineData(16, 32, 4, 2, 8)]
    public void Outputs_and_gradients_are_right_whatever_the_number_of_channels(long from, long to, long kernel, long stride, long size)
    {
        manual_seed(1);
        for (var round = 0; round < 10; round++)
        {
            for (var power = 2; power < 18; power++) using (full([1L << power], float.NaN)) { }
            using var scope = NewDisposeScope();
            var (x, w) = (randn(8, from, size, size), randn(to, from, kernel, kernel));
            var (single, twice) = (Convolve(x, w, stride), Convolve(x.to(float64), w.to(float64), stride));
            foreach (var (found, expected) in single.Zip(twice)) Assert.True(found.to(float64).allclose(expected, 1e-3, 1e-3), $"{from}→{to}, round {round}");
        }
    }

    /// <summary>The output, and the gradients of a weighted sum of it by input and weights.</summary>
    private static Tensor[] Convolve(Tensor x, Tensor w, long stride)
    {
        var (input, weight) = (x.detach().requires_grad_(), w.detach().requires_grad_());
        var y = nn.functional.conv2d(input, weight, null, [stride, stride], [1, 1]);
        (y * linspace(-1, 1, y.numel(), y.dtype).reshape(y.shape)).sum().backward();
        return [y.detach(), input.grad!, weight.grad!];
    }
}
