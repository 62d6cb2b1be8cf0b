namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.randint_like(long, long, ScalarType?, Device, bool)"/>
    public static Tensor randint_like(Tensor input, long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => input.randint_like(low, high, dtype, device, requires_grad);
}
