namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.abs_()"/>
    public static Tensor abs_(Tensor input) => input.abs_();
    /// <inheritdoc cref="Tensor.absolute()"/>
    public static Tensor absolute(Tensor input) => input.absolute();
    /// <inheritdoc cref="Tensor.absolute_()"/>
    public static Tensor absolute_(Tensor input) => input.absolute_();
    /// <inheritdoc cref="Tensor.floor_()"/>
    public static Tensor floor_(Tensor input) => input.floor_();
    /// <inheritdoc cref="Tensor.ceil_()"/>
    public static Tensor ceil_(Tensor input) => input.ceil_();
    /// <inheritdoc cref="Tensor.trunc()"/>
    public static Tensor trunc(Tensor input) => input.trunc();
    /// <inheritdoc cref="Tensor.trunc_()"/>
    public static Tensor trunc_(Tensor input) => input.trunc_();
    /// <inheritdoc cref="Tensor.fix()"/>
    public static Tensor fix(Tensor input) => input.fix();
    /// <inheritdoc cref="Tensor.fix_()"/>
    public static Tensor fix_(Tensor input) => input.fix_();
    /// <inheritdoc cref="Tensor.frac()"/>
    public static Tensor frac(Tensor input) => input.frac();
    /// <inheritdoc cref="Tensor.frac_()"/>
    public static Tensor frac_(Tensor input) => input.frac_();
    /// <inheritdoc cref="Tensor.round_(long)"/>
    public static Tensor round_(Tensor input, long decimals = 0) => input.round_(decimals);
    /// <inheritdoc cref="Tensor.sign_()"/>
    public static Tensor sign_(Tensor input) => input.sign_();
    /// <inheritdoc cref="Tensor.sgn()"/>
    public static Tensor sgn(Tensor input) => input.sgn();
    /// <inheritdoc cref="Tensor.sgn_()"/>
    public static Tensor sgn_(Tensor input) => input.sgn_();
    /// <inheritdoc cref="Tensor.signbit()"/>
    public static Tensor signbit(Tensor input) => input.signbit();
    /// <inheritdoc cref="Tensor.copysign(Tensor)"/>
    public static Tensor copysign(Tensor input, Tensor other) => input.copysign(other);
    /// <inheritdoc cref="Tensor.copysign_(Tensor)"/>
    public static Tensor copysign_(Tensor input, Tensor other) => input.copysign_(other);
    /// <inheritdoc cref="Tensor.heaviside(Tensor)"/>
    public static Tensor heaviside(Tensor input, Tensor values) => input.heaviside(values);
    /// <inheritdoc cref="Tensor.heaviside_(Tensor)"/>
    public static Tensor heaviside_(Tensor input, Tensor values) => input.heaviside_(values);
    /// <inheritdoc cref="Tensor.positive()"/>
    public static Tensor positive(Tensor input) => input.positive();
    /// <inheritdoc cref="Tensor.nextafter(Tensor)"/>
    public static Tensor nextafter(Tensor input, Tensor other) => input.nextafter(other);
    /// <inheritdoc cref="Tensor.nextafter_(Tensor)"/>
    public static Tensor nextafter_(Tensor input, Tensor other) => input.nextafter_(other);
    /// <inheritdoc cref="Tensor.nan_to_num(double, double?, double?)"/>
    public static Tensor nan_to_num(Tensor input, double nan = 0, double? posinf = null, double? neginf = null) => input.nan_to_num(nan, posinf, neginf);
    /// <inheritdoc cref="Tensor.nan_to_num_(double, double?, double?)"/>
    public static Tensor nan_to_num_(Tensor input, double nan = 0, double? posinf = null, double? neginf = null) => input.nan_to_num_(nan, posinf, neginf);
}
