using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>A tensor's own gradient, a method before TorchSharp 0.102.5.</summary>
internal static class Grad
{
    /// <summary>What backward left; null before.</summary>
    public static Tensor? Of(Tensor tensor) => tensor.grad();
}
