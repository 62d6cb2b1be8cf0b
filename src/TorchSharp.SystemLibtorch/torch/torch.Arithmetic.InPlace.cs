namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.neg()"/>
    public static Tensor neg(Tensor input) => input.neg();
    /// <inheritdoc cref="Tensor.neg_()"/>
    public static Tensor neg_(Tensor input) => input.neg_();
    /// <inheritdoc cref="Tensor.negative()"/>
    public static Tensor negative(Tensor input) => input.negative();
    /// <inheritdoc cref="Tensor.reciprocal_()"/>
    public static Tensor reciprocal_(Tensor input) => input.reciprocal_();
    /// <inheritdoc cref="Tensor.rsqrt_()"/>
    public static Tensor rsqrt_(Tensor input) => input.rsqrt_();
    /// <inheritdoc cref="Tensor.pow_(Tensor)"/>
    public static Tensor pow_(Tensor left, Tensor exponent) => left.pow_(exponent);
    /// <inheritdoc cref="Tensor.pow_(Scalar)"/>
    public static Tensor pow_(Tensor left, Scalar exponent) => left.pow_(exponent);
    /// <inheritdoc cref="Tensor.float_power(Tensor)"/>
    public static Tensor float_power(Tensor input, Tensor target) => input.float_power(target);
    /// <inheritdoc cref="Tensor.remainder(Tensor)"/>
    public static Tensor remainder(Tensor left, Tensor right) => left.remainder(right);
    /// <inheritdoc cref="Tensor.remainder_(Tensor)"/>
    public static Tensor remainder_(Tensor left, Tensor right) => left.remainder_(right);
    /// <inheritdoc cref="Tensor.remainder(Scalar)"/>
    public static Tensor remainder(Tensor left, Scalar right) => left.remainder(right);
    /// <inheritdoc cref="Tensor.remainder_(Scalar)"/>
    public static Tensor remainder_(Tensor left, Scalar right) => left.remainder_(right);
    /// <inheritdoc cref="Tensor.fmod(Tensor)"/>
    public static Tensor fmod(Tensor left, Tensor right) => left.fmod(right);
    /// <inheritdoc cref="Tensor.fmod_(Tensor)"/>
    public static Tensor fmod_(Tensor left, Tensor right) => left.fmod_(right);
    /// <inheritdoc cref="Tensor.fmod(Scalar)"/>
    public static Tensor fmod(Tensor left, Scalar right) => left.fmod(right);
    /// <inheritdoc cref="Tensor.fmod_(Scalar)"/>
    public static Tensor fmod_(Tensor left, Scalar right) => left.fmod_(right);
    /// <inheritdoc cref="Tensor.floor_divide(Tensor)"/>
    public static Tensor floor_divide(Tensor input, Tensor other) => input.floor_divide(other);
    /// <inheritdoc cref="Tensor.floor_divide_(Tensor)"/>
    public static Tensor floor_divide_(Tensor input, Tensor other) => input.floor_divide_(other);
    /// <inheritdoc cref="Tensor.true_divide(Tensor)"/>
    public static Tensor true_divide(Tensor dividend, Tensor divisor) => dividend.true_divide(divisor);
    /// <inheritdoc cref="Tensor.true_divide_(Tensor)"/>
    public static Tensor true_divide_(Tensor dividend, Tensor divisor) => dividend.true_divide_(divisor);
    /// <inheritdoc cref="Tensor.divide(Tensor, RoundingMode)"/>
    public static Tensor divide(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) => left.divide(right, rounding_mode);
    /// <inheritdoc cref="Tensor.divide(Scalar, RoundingMode)"/>
    public static Tensor divide(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) => left.divide(right, rounding_mode);
    /// <inheritdoc cref="Tensor.divide_(Tensor, RoundingMode)"/>
    public static Tensor divide_(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) => left.divide_(right, rounding_mode);
    /// <inheritdoc cref="Tensor.multiply(Tensor)"/>
    public static Tensor multiply(Tensor left, Tensor right) => left.multiply(right);
    /// <inheritdoc cref="Tensor.multiply(Scalar)"/>
    public static Tensor multiply(Tensor left, Scalar right) => left.multiply(right);
    /// <inheritdoc cref="Tensor.subtract(Tensor)"/>
    public static Tensor subtract(Tensor left, Tensor right) => left.subtract(right);
    /// <inheritdoc cref="Tensor.subtract(Scalar)"/>
    public static Tensor subtract(Tensor left, Scalar right) => left.subtract(right);
    /// <inheritdoc cref="Tensor.subtract_(Tensor)"/>
    public static Tensor subtract_(Tensor left, Tensor right) => left.subtract_(right);
    /// <inheritdoc cref="Tensor.subtract_(Scalar)"/>
    public static Tensor subtract_(Tensor left, Scalar right) => left.subtract_(right);
    /// <inheritdoc cref="Tensor.add(Scalar, Scalar)"/>
    public static Tensor add(Tensor left, Scalar right, Scalar alpha) => left.add(right, alpha);
    /// <inheritdoc cref="Tensor.add_(Scalar, Scalar)"/>
    public static Tensor add_(Tensor left, Scalar right, Scalar alpha) => left.add_(right, alpha);
    /// <inheritdoc cref="Tensor.gcd(Tensor)"/>
    public static Tensor gcd(Tensor left, Tensor right) => left.gcd(right);
    /// <inheritdoc cref="Tensor.gcd_(Tensor)"/>
    public static Tensor gcd_(Tensor left, Tensor right) => left.gcd_(right);
    /// <inheritdoc cref="Tensor.lcm(Tensor)"/>
    public static Tensor lcm(Tensor input, Tensor other) => input.lcm(other);
    /// <inheritdoc cref="Tensor.lcm_(Tensor)"/>
    public static Tensor lcm_(Tensor input, Tensor other) => input.lcm_(other);
}
