namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.poisson(Generator)"/>
    public static Tensor poisson(Tensor input, Generator? generator = null) => input.poisson(generator);
    /// <inheritdoc cref="Tensor.binomial(Tensor, Generator)"/>
    public static Tensor binomial(Tensor count, Tensor probs, Generator? generator = null) => count.binomial(probs, generator);
}
