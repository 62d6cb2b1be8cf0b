namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.clamp(Tensor, Tensor)"/>
    public static Tensor clamp(Tensor input, Tensor? min = null, Tensor? max = null) => input.clamp(min, max);
    /// <inheritdoc cref="Tensor.clamp_(Tensor, Tensor)"/>
    public static Tensor clamp_(Tensor input, Tensor? min = null, Tensor? max = null) => input.clamp_(min, max);
    /// <inheritdoc cref="Tensor.clip(Scalar, Scalar)"/>
    public static Tensor clip(Tensor input, Scalar? min = null, Scalar? max = null) => input.clip(min, max);
    /// <inheritdoc cref="Tensor.clamp_max(Scalar)"/>
    public static Tensor clamp_max(Tensor input, Scalar max) => input.clamp_max(max);
    /// <inheritdoc cref="Tensor.clamp_max_(Scalar)"/>
    public static Tensor clamp_max_(Tensor input, Scalar max) => input.clamp_max_(max);
    /// <inheritdoc cref="Tensor.clamp_min(Scalar)"/>
    public static Tensor clamp_min(Tensor input, Scalar min) => input.clamp_min(min);
    /// <inheritdoc cref="Tensor.clamp_min_(Scalar)"/>
    public static Tensor clamp_min_(Tensor input, Scalar min) => input.clamp_min_(min);
    /// <inheritdoc cref="Tensor.max(Tensor)"/>
    public static Tensor max(Tensor input, Tensor other) => input.max(other);
    /// <inheritdoc cref="Tensor.min(Tensor)"/>
    public static Tensor min(Tensor input, Tensor other) => input.min(other);
    /// <inheritdoc cref="Tensor.masked_select(Tensor)"/>
    public static Tensor masked_select(Tensor input, Tensor mask) => input.masked_select(mask);
}
