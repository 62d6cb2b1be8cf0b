namespace TorchSharp;

public static partial class torch
{
    /// <summary>The element type of a tensor.</summary>
    public enum ScalarType : sbyte
    {
        /// <summary>8 bits, 0 to 255.</summary>
        Byte = 0,
        /// <summary>8 bits, signed.</summary>
        Int8 = 1,
        /// <summary>16 bits, signed.</summary>
        Int16 = 2,
        /// <summary>32 bits, signed.</summary>
        Int32 = 3,
        /// <summary>64 bits, signed.</summary>
        Int64 = 4,
        /// <summary>16-bit floating point.</summary>
        Float16 = 5,
        /// <summary>32-bit floating point.</summary>
        Float32 = 6,
        /// <summary>64-bit floating point.</summary>
        Float64 = 7,
        /// <summary>True or false.</summary>
        Bool = 11,
        /// <summary>Brain floating point, 16 bits.</summary>
        BFloat16 = 15,
    }

    /// <summary>8 bits, 0 to 255.</summary>
    public const ScalarType uint8 = ScalarType.Byte;
    /// <summary>8 bits, signed.</summary>
    public const ScalarType int8 = ScalarType.Int8;
    /// <summary>16 bits, signed.</summary>
    public const ScalarType int16 = ScalarType.Int16;
    /// <summary>32 bits, signed.</summary>
    public const ScalarType int32 = ScalarType.Int32;
    /// <summary>64 bits, signed.</summary>
    public const ScalarType int64 = ScalarType.Int64;
    /// <summary>64 bits, signed.</summary>
    public const ScalarType @long = ScalarType.Int64;
    /// <summary>16 bits, signed.</summary>
    public const ScalarType @short = ScalarType.Int16;
    /// <summary>32 bits, signed.</summary>
    public const ScalarType @int = ScalarType.Int32;
    /// <summary>16-bit floating point.</summary>
    public const ScalarType float16 = ScalarType.Float16;
    /// <summary>16-bit floating point.</summary>
    public const ScalarType half = ScalarType.Float16;
    /// <summary>Brain floating point, 16 bits.</summary>
    public const ScalarType bfloat16 = ScalarType.BFloat16;
    /// <summary>32-bit floating point.</summary>
    public const ScalarType float32 = ScalarType.Float32;
    /// <summary>32-bit floating point.</summary>
    public const ScalarType @float = ScalarType.Float32;
    /// <summary>64-bit floating point.</summary>
    public const ScalarType float64 = ScalarType.Float64;
    /// <summary>64-bit floating point.</summary>
    public const ScalarType @double = ScalarType.Float64;
    /// <summary>True or false.</summary>
    public const ScalarType @bool = ScalarType.Bool;

    internal static ScalarType TypeOf<T>() where T : unmanaged => TypeOf(typeof(T));

    internal static ScalarType TypeOf(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Byte => ScalarType.Byte,
        TypeCode.SByte => ScalarType.Int8,
        TypeCode.Int16 => ScalarType.Int16,
        TypeCode.Int32 => ScalarType.Int32,
        TypeCode.Int64 => ScalarType.Int64,
        TypeCode.Single => ScalarType.Float32,
        TypeCode.Double => ScalarType.Float64,
        TypeCode.Boolean => ScalarType.Bool,
        _ => throw new ArgumentException($"{type.Name} is no element type of a tensor: use byte, sbyte, short, int, long, float, double or bool."),
    };
}
