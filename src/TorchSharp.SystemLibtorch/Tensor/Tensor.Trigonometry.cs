using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator Tan = new("tan");
        private static readonly Operator TanInPlace = new("tan_");
        private static readonly Operator Asin = new("asin");
        private static readonly Operator AsinInPlace = new("asin_");
        private static readonly Operator AcosInPlace = new("acos_");
        private static readonly Operator Atan = new("atan");
        private static readonly Operator AtanInPlace = new("atan_");
        private static readonly Operator Atan2 = new("atan2");
        private static readonly Operator Atan2InPlace = new("atan2_");
        private static readonly Operator SinInPlace = new("sin_");
        private static readonly Operator CosInPlace = new("cos_");
        private static readonly Operator Sinh = new("sinh");
        private static readonly Operator SinhInPlace = new("sinh_");
        private static readonly Operator Cosh = new("cosh");
        private static readonly Operator CoshInPlace = new("cosh_");
        private static readonly Operator Asinh = new("asinh");
        private static readonly Operator AsinhInPlace = new("asinh_");
        private static readonly Operator Acosh = new("acosh");
        private static readonly Operator AcoshInPlace = new("acosh_");
        private static readonly Operator Atanh = new("atanh");
        private static readonly Operator AtanhInPlace = new("atanh_");
        private static readonly Operator Sinc = new("sinc");
        private static readonly Operator SincInPlace = new("sinc_");
        private static readonly Operator Deg2rad = new("deg2rad");
        private static readonly Operator Deg2radInPlace = new("deg2rad_");
        private static readonly Operator Rad2deg = new("rad2deg");
        private static readonly Operator Rad2degInPlace = new("rad2deg_");
        private static readonly Operator Hypot = new("hypot");

        /// <summary>Tangent of radians.</summary>
        public Tensor tan() => Tan.Call(this);
        /// <summary><see cref="tan()"/>, written into this tensor.</summary>
        public Tensor tan_() => TanInPlace.CallInPlace(this);
        /// <summary>Angle in radians of a sine.</summary>
        public Tensor asin() => Asin.Call(this);
        /// <summary><see cref="asin()"/>, written into this tensor.</summary>
        public Tensor asin_() => AsinInPlace.CallInPlace(this);
        /// <inheritdoc cref="asin()"/>
        public Tensor arcsin() => asin();
        /// <inheritdoc cref="asin_()"/>
        public Tensor arcsin_() => asin_();
        /// <summary><see cref="acos()"/>, written into this tensor.</summary>
        public Tensor acos_() => AcosInPlace.CallInPlace(this);
        /// <inheritdoc cref="acos()"/>
        public Tensor arccos() => acos();
        /// <inheritdoc cref="acos_()"/>
        public Tensor arccos_() => acos_();
        /// <summary>Angle in radians of a tangent.</summary>
        public Tensor atan() => Atan.Call(this);
        /// <summary><see cref="atan()"/>, written into this tensor.</summary>
        public Tensor atan_() => AtanInPlace.CallInPlace(this);
        /// <inheritdoc cref="atan()"/>
        public Tensor arctan() => atan();
        /// <inheritdoc cref="atan_()"/>
        public Tensor arctan_() => atan_();
        /// <summary>Angle in radians of the point (other, this), in all four quadrants.</summary>
        public Tensor atan2(Tensor other) => Atan2.Call(this, other);
        /// <summary><see cref="atan2(Tensor)"/>, written into this tensor.</summary>
        public Tensor atan2_(Tensor other) => Atan2InPlace.CallInPlace(this, other);
        /// <inheritdoc cref="atan2(Tensor)"/>
        public Tensor arctan2(Tensor other) => atan2(other);
        /// <inheritdoc cref="atan2_(Tensor)"/>
        public Tensor arctan2_(Tensor other) => atan2_(other);
        /// <summary><see cref="sin()"/>, written into this tensor.</summary>
        public Tensor sin_() => SinInPlace.CallInPlace(this);
        /// <summary><see cref="cos()"/>, written into this tensor.</summary>
        public Tensor cos_() => CosInPlace.CallInPlace(this);
        /// <summary>Hyperbolic sine.</summary>
        public Tensor sinh() => Sinh.Call(this);
        /// <summary><see cref="sinh()"/>, written into this tensor.</summary>
        public Tensor sinh_() => SinhInPlace.CallInPlace(this);
        /// <summary>Hyperbolic cosine.</summary>
        public Tensor cosh() => Cosh.Call(this);
        /// <summary><see cref="cosh()"/>, written into this tensor.</summary>
        public Tensor cosh_() => CoshInPlace.CallInPlace(this);
        /// <summary>Inverse hyperbolic sine.</summary>
        public Tensor asinh() => Asinh.Call(this);
        /// <summary><see cref="asinh()"/>, written into this tensor.</summary>
        public Tensor asinh_() => AsinhInPlace.CallInPlace(this);
        /// <inheritdoc cref="asinh()"/>
        public Tensor arcsinh() => asinh();
        /// <inheritdoc cref="asinh_()"/>
        public Tensor arcsinh_() => asinh_();
        /// <summary>Inverse hyperbolic cosine.</summary>
        public Tensor acosh() => Acosh.Call(this);
        /// <summary><see cref="acosh()"/>, written into this tensor.</summary>
        public Tensor acosh_() => AcoshInPlace.CallInPlace(this);
        /// <inheritdoc cref="acosh()"/>
        public Tensor arccosh() => acosh();
        /// <inheritdoc cref="acosh_()"/>
        public Tensor arccosh_() => acosh_();
        /// <summary>Inverse hyperbolic tangent.</summary>
        public Tensor atanh() => Atanh.Call(this);
        /// <summary><see cref="atanh()"/>, written into this tensor.</summary>
        public Tensor atanh_() => AtanhInPlace.CallInPlace(this);
        /// <inheritdoc cref="atanh()"/>
        public Tensor arctanh() => atanh();
        /// <inheritdoc cref="atanh_()"/>
        public Tensor arctanh_() => atanh_();
        /// <summary>sin(πx) / (πx), 1 at 0.</summary>
        public Tensor sinc() => Sinc.Call(this);
        /// <summary><see cref="sinc()"/>, written into this tensor.</summary>
        public Tensor sinc_() => SincInPlace.CallInPlace(this);
        /// <summary>Degrees as radians.</summary>
        public Tensor deg2rad() => Deg2rad.Call(this);
        /// <summary><see cref="deg2rad()"/>, written into this tensor.</summary>
        public Tensor deg2rad_() => Deg2radInPlace.CallInPlace(this);
        /// <summary>Radians as degrees.</summary>
        public Tensor rad2deg() => Rad2deg.Call(this);
        /// <summary><see cref="rad2deg()"/>, written into this tensor.</summary>
        public Tensor rad2deg_() => Rad2degInPlace.CallInPlace(this);
        /// <summary>√(this² + other²).</summary>
        public Tensor hypot(Tensor other) => Hypot.Call(this, other);
    }
}
