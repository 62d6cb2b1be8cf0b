namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.add(Tensor)"/>
    public static Tensor add(Tensor left, Tensor right) => left.add(right);
    /// <inheritdoc cref="Tensor.add(Scalar)"/>
    public static Tensor add(Tensor left, Scalar right) => left.add(right);
    /// <inheritdoc cref="Tensor.add(Tensor, Scalar)"/>
    public static Tensor add(Tensor left, Tensor right, Scalar alpha) => left.add(right, alpha);
    /// <inheritdoc cref="Tensor.add_(Tensor)"/>
    public static Tensor add_(Tensor left, Tensor right) => left.add_(right);
    /// <inheritdoc cref="Tensor.add_(Scalar)"/>
    public static Tensor add_(Tensor left, Scalar right) => left.add_(right);
    /// <inheritdoc cref="Tensor.add_(Tensor, Scalar)"/>
    public static Tensor add_(Tensor left, Tensor right, Scalar alpha) => left.add_(right, alpha);
    /// <inheritdoc cref="Tensor.sub(Tensor)"/>
    public static Tensor sub(Tensor left, Tensor right) => left.sub(right);
    /// <inheritdoc cref="Tensor.sub(Scalar)"/>
    public static Tensor sub(Tensor left, Scalar right) => left.sub(right);
    /// <inheritdoc cref="Tensor.sub_(Tensor)"/>
    public static Tensor sub_(Tensor left, Tensor right) => left.sub_(right);
    /// <inheritdoc cref="Tensor.sub_(Scalar)"/>
    public static Tensor sub_(Tensor left, Scalar right) => left.sub_(right);
    /// <inheritdoc cref="Tensor.mul(Tensor)"/>
    public static Tensor mul(Tensor left, Tensor right) => left.mul(right);
    /// <inheritdoc cref="Tensor.mul(Scalar)"/>
    public static Tensor mul(Tensor left, Scalar right) => left.mul(right);
    /// <inheritdoc cref="Tensor.mul_(Tensor)"/>
    public static Tensor mul_(Tensor left, Tensor right) => left.mul_(right);
    /// <inheritdoc cref="Tensor.mul_(Scalar)"/>
    public static Tensor mul_(Tensor left, Scalar right) => left.mul_(right);
    /// <inheritdoc cref="Tensor.div(Tensor, RoundingMode)"/>
    public static Tensor div(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) => left.div(right, rounding_mode);
    /// <inheritdoc cref="Tensor.div(Scalar, RoundingMode)"/>
    public static Tensor div(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) => left.div(right, rounding_mode);
    /// <inheritdoc cref="Tensor.div_(Tensor, RoundingMode)"/>
    public static Tensor div_(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) => left.div_(right, rounding_mode);
    /// <inheritdoc cref="Tensor.div_(Scalar, RoundingMode)"/>
    public static Tensor div_(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) => left.div_(right, rounding_mode);
    /// <inheritdoc cref="Tensor.pow(Scalar)"/>
    public static Tensor pow(Tensor left, Scalar exponent) => left.pow(exponent);
    /// <inheritdoc cref="Tensor.pow(Tensor)"/>
    public static Tensor pow(Tensor left, Tensor exponent) => left.pow(exponent);
    /// <inheritdoc cref="Tensor.reciprocal()"/>
    public static Tensor reciprocal(Tensor input) => input.reciprocal();
    /// <inheritdoc cref="Tensor.eq(Tensor)"/>
    public static Tensor eq(Tensor left, Tensor right) => left.eq(right);
    /// <inheritdoc cref="Tensor.ne(Tensor)"/>
    public static Tensor ne(Tensor left, Tensor right) => left.ne(right);
    /// <inheritdoc cref="Tensor.lt(Tensor)"/>
    public static Tensor lt(Tensor left, Tensor right) => left.lt(right);
    /// <inheritdoc cref="Tensor.le(Tensor)"/>
    public static Tensor le(Tensor left, Tensor right) => left.le(right);
    /// <inheritdoc cref="Tensor.gt(Tensor)"/>
    public static Tensor gt(Tensor left, Tensor right) => left.gt(right);
    /// <inheritdoc cref="Tensor.ge(Tensor)"/>
    public static Tensor ge(Tensor left, Tensor right) => left.ge(right);
    /// <inheritdoc cref="Tensor.logical_and(Tensor)"/>
    public static Tensor logical_and(Tensor left, Tensor right) => left.logical_and(right);
    /// <inheritdoc cref="Tensor.logical_or(Tensor)"/>
    public static Tensor logical_or(Tensor left, Tensor right) => left.logical_or(right);
    /// <inheritdoc cref="Tensor.logical_not()"/>
    public static Tensor logical_not(Tensor input) => input.logical_not();
    /// <inheritdoc cref="Tensor.isnan()"/>
    public static Tensor isnan(Tensor input) => input.isnan();
    /// <inheritdoc cref="Tensor.isfinite()"/>
    public static Tensor isfinite(Tensor tensor) => tensor.isfinite();
    /// <inheritdoc cref="Tensor.lerp(Tensor, Tensor)"/>
    public static Tensor lerp(Tensor input, Tensor end, Tensor weight) => input.lerp(end, weight);
    /// <inheritdoc cref="Tensor.bmm(Tensor)"/>
    public static Tensor bmm(Tensor input, Tensor batch2) => input.bmm(batch2);
    /// <inheritdoc cref="Tensor.tanh_()"/>
    public static Tensor tanh_(Tensor input) => input.tanh_();
    /// <inheritdoc cref="Tensor.sigmoid_()"/>
    public static Tensor sigmoid_(Tensor input) => input.sigmoid_();
    /// <inheritdoc cref="Tensor.exp_()"/>
    public static Tensor exp_(Tensor input) => input.exp_();
    /// <inheritdoc cref="Tensor.sqrt_()"/>
    public static Tensor sqrt_(Tensor input) => input.sqrt_();
    /// <inheritdoc cref="Tensor.clamp_(Scalar, Scalar)"/>
    public static Tensor clamp_(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp_(min, max);
}
