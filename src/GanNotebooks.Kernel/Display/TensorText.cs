using System.Globalization;
using System.Reflection;

namespace GanNotebooks.Kernel.Display;

/// <summary>Describes a TorchSharp tensor in one line. The kernel does not refer to that library and uses reflection on its type; no code of cells runs here.</summary>
internal static class TensorText
{
    private const string TypeName = "TorchSharp.torch+Tensor";
    private const long MostRead = 50_000_000;   // elements; reading more takes too long

    /// <summary>The shape, for example "(64, 1, 28, 28)"; null when the value is no tensor, or has been disposed.</summary>
    public static string? Shape(object? value)
    {
        try
        {
            return IsTensor(value) && Property(value!, "shape") is long[] shape
                ? $"({string.Join(", ", shape.Select(size => size.ToString(CultureInfo.InvariantCulture)))})"
                : null;
        }
        catch (TargetInvocationException)   // disposed
        {
            return null;
        }
    }

    /// <summary>Shape, type, device and the range of its values, for example "(64, 1, 28, 28) Float32 on cpu, values in [-1, 1]"; null when the value is no tensor.</summary>
    public static string? Line(object? value)
    {
        if (Shape(value) is not { } shape)
        {
            return null;
        }
        return $"{shape} {Property(value!, "dtype")}{(Property(value!, "device") is { } device ? $" on {device}" : string.Empty)}{(Range(value!) is { } range ? $", values in {range}" : string.Empty)}";
    }

    private static string? Range(object tensor)
    {
        try
        {
            return ((long[])Property(tensor, "shape")!).Aggregate(1L, (all, size) => all * size) is > 0 and <= MostRead && Number(tensor, "min") is { } min && Number(tensor, "max") is { } max
                ? string.Create(CultureInfo.InvariantCulture, $"[{min:0.####}, {max:0.####}]")
                : null;
        }
        catch (Exception e) when (e is TargetInvocationException or ArgumentException)   // a type without an order, or disposed meanwhile
        {
            return null;
        }
    }

    private static double? Number(object tensor, string method)
    {
        var type = tensor.GetType();
        using var result = type.GetMethod(method, Type.EmptyTypes)?.Invoke(tensor, null) as IDisposable;
        var convert = result?.GetType().GetMethods(BindingFlags.Static | BindingFlags.Public)
            .FirstOrDefault(conversion => conversion.Name == "op_Explicit" && conversion.ReturnType == typeof(double) && conversion.GetParameters()[0].ParameterType.IsInstanceOfType(result));
        return (double?)convert?.Invoke(null, [result]);
    }

    private static bool IsTensor(object? value)
    {
        for (var type = value?.GetType(); type is not null; type = type.BaseType)
        {
            if (type.FullName == TypeName)
            {
                return true;
            }
        }
        return false;
    }

    private static object? Property(object tensor, string name) => tensor.GetType().GetProperty(name, Type.EmptyTypes)?.GetValue(tensor);
}
