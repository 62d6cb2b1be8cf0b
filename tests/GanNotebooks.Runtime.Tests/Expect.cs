namespace TorchSharp.Tests;

/// <summary>Compares tensors with numbers.</summary>
internal static class Expect
{
    public static void Shape(torch.Tensor tensor, params long[] shape) => Assert.Equal(shape, tensor.shape);

    public static void Values(torch.Tensor tensor, params double[] expected) => Close(tensor, 1e-5, expected);

    public static void Close(torch.Tensor tensor, double tolerance, params double[] expected)
    {
        using var numbers = tensor.detach().to(torch.float64);
        var found = numbers.data<double>().ToArray();
        Assert.Equal(expected.Length, found.Length);
        for (var i = 0; i < found.Length; i++)
            Assert.True(Math.Abs(found[i] - expected[i]) <= tolerance * Math.Max(1, Math.Abs(expected[i])), $"element {i}: expected {expected[i]}, found {found[i]}");
    }
}
