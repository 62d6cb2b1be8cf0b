namespace TorchSharp;

/// <summary>From .NET's numbers to scalars and back.</summary>
public static class ScalarExtensionMethods
{
    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this byte value) => value;
    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this sbyte value) => value;
    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this short value) => value;
    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this int value) => value;
    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this long value) => value;
    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this float value) => value;
    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this double value) => value;
    /// <summary>The truth value as a scalar.</summary>
    public static Scalar ToScalar(this bool value) => value;

    /// <summary>The scalar as a number.</summary>
    public static float ToSingle(this Scalar value) => (float)value.ToDouble();
    /// <summary>The scalar as a number.</summary>
    public static double ToDouble(this Scalar value) => value.Type == torch.ScalarType.Float64 ? value.Real : value.Integer;
    /// <summary>The scalar as a whole number; a fraction is cut off.</summary>
    public static sbyte ToSByte(this Scalar value) => (sbyte)value.ToInt64();
    /// <summary>The scalar as a whole number; a fraction is cut off.</summary>
    public static byte ToByte(this Scalar value) => (byte)value.ToInt64();
    /// <summary>The scalar as a whole number; a fraction is cut off.</summary>
    public static short ToInt16(this Scalar value) => (short)value.ToInt64();
    /// <summary>The scalar as a whole number; a fraction is cut off.</summary>
    public static int ToInt32(this Scalar value) => (int)value.ToInt64();
    /// <summary>The scalar as a whole number; a fraction is cut off.</summary>
    public static long ToInt64(this Scalar value) => value.Type == torch.ScalarType.Float64 ? (long)value.Real : value.Integer;
    /// <summary>True where the number is not zero.</summary>
    public static bool ToBoolean(this Scalar value) => value.ToDouble() != 0;
}
