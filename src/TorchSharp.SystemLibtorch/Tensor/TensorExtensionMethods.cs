using System.Globalization;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Numbers, text and parameters from tensors.</summary>
public static partial class TensorExtensionMethods
{
    /// <summary>The tensor as something to train; the variable becomes empty.</summary>
    public static Parameter AsParameter(this Tensor tensor) => new(tensor);

    /// <summary>Writes the tensor's text to the console, and returns the tensor.</summary>
    /// <param name="t">The tensor.</param>
    /// <param name="fltFormat">The numbers' .NET format.</param>
    /// <param name="width">How many characters a line may have; lines are as long as their numbers.</param>
    /// <param name="newLine">What ends a line.</param>
    /// <param name="cultureInfo">How numbers are written.</param>
    /// <param name="style">What to write.</param>
    public static Tensor print(this Tensor t, string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null, TensorStringStyle style = TensorStringStyle.Default)
    {
        Console.WriteLine(t.ToString(style, fltFormat, width, cultureInfo, newLine));
        return t;
    }

    /// <summary>Shape, type and device.</summary>
    public static string metastr(this Tensor tensor) => tensor.ToString(TensorStringStyle.Metadata);

    /// <summary>How many bytes an element has.</summary>
    public static int ElementSize(this ScalarType type) => Tensor.SizeOf(type);

    /// <summary>The number of elements of a shape.</summary>
    public static long TotalSize(this IEnumerable<long> shape) => shape.Aggregate(1L, (product, size) => product * size);

    /// <summary>A copy of an array in the shape given.</summary>
    public static Tensor ToTensor<T>(this T[] rawArray, long[] dimensions, bool doCopy = false, bool requires_grad = false) where T : unmanaged =>
        from_array(rawArray).reshape(dimensions).requires_grad_(requires_grad);

    /// <summary>One number as a tensor without dimensions.</summary>
    public static Tensor ToTensor<T>(this T scalar, Device? device = null, bool requires_grad = false) where T : unmanaged =>
        from_array(new[] { scalar }, null, device).reshape([]).requires_grad_(requires_grad);

    /// <summary>The only element.</summary>
    public static float ToSingle(this Tensor value) => value.ToScalar().ToSingle();
    /// <summary>The only element.</summary>
    public static double ToDouble(this Tensor value) => value.ToScalar().ToDouble();
    /// <summary>The only element.</summary>
    public static sbyte ToSByte(this Tensor value) => value.ToScalar().ToSByte();
    /// <summary>The only element.</summary>
    public static byte ToByte(this Tensor value) => value.ToScalar().ToByte();
    /// <summary>The only element.</summary>
    public static short ToInt16(this Tensor value) => value.ToScalar().ToInt16();
    /// <summary>The only element.</summary>
    public static int ToInt32(this Tensor value) => value.ToScalar().ToInt32();
    /// <summary>The only element.</summary>
    public static long ToInt64(this Tensor value) => value.ToScalar().ToInt64();
    /// <summary>The only element.</summary>
    public static bool ToBoolean(this Tensor value) => value.ToScalar().ToBoolean();
}
