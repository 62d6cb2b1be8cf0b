using System.Globalization;
using System.Text;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>How tensors are written where no style is given.</summary>
    public static TensorStringStyle TensorStringStyle { get; set; } = TensorStringStyle.Julia;

    /// <summary>Shape and numbers, as Julia writes them.</summary>
    public const TensorStringStyle julia = TensorStringStyle.Julia;
    /// <summary>Numbers in brackets, as NumPy writes them.</summary>
    public const TensorStringStyle numpy = TensorStringStyle.Numpy;
    /// <summary>Shape and numbers, as C# writes an array.</summary>
    public const TensorStringStyle csharp = TensorStringStyle.CSharp;

    public partial class Tensor
    {
        /// <summary>Shape and numbers, as C# writes an array of them.</summary>
        public string cstr(string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null) => ToString(TensorStringStyle.CSharp, fltFormat, width, cultureInfo, newLine);

        private string CSharpText(string format, CultureInfo culture)
        {
            using var numbers = detach().to(ScalarType.Float64, CPU);
            var write = Formatter(format, culture);
            var suffix = dtype switch { ScalarType.Int64 => "L", ScalarType.Float32 or ScalarType.Float16 or ScalarType.BFloat16 => "f", _ => "" };
            if (ndim == 0) return $"{ToString()}, value = {write(numbers.item<double>())}";
            var element = dtype switch
            {
                ScalarType.Bool => "bool",
                ScalarType.Byte => "byte",
                ScalarType.Int8 => "sbyte",
                ScalarType.Int16 => "short",
                ScalarType.Int32 => "int",
                ScalarType.Int64 => "long",
                ScalarType.Float32 => "float",
                ScalarType.Float64 => "double",
                var other => other.ToString().ToLowerInvariant(),
            };
            var text = new StringBuilder($"{ToString()}, value = {(ndim > 1 ? "\n" : "")}{element} [{new string(',', (int)ndim - 1)}] ");
            Nested(text, numbers, ndim, value => (dtype == ScalarType.Bool ? write(value).ToLowerInvariant() : write(value)) + suffix);
            return text.ToString();
        }

        private static void Nested(StringBuilder text, Tensor tensor, long depth, Func<double, string> write)
        {
            if (tensor.ndim == 1)
            {
                var row = string.Join(", ", Shown(tensor.shape[0], numpy: false).Select(i => i < 0 ? "..." : write(tensor.data<double>()[i])));
                text.Append('{').Append(row.Replace("..., ", "... ", StringComparison.Ordinal)).Append('}');
                return;
            }
            text.Append(tensor.ndim == depth ? "{\n " : "{");
            var first = true;
            foreach (var i in Shown(tensor.shape[0], numpy: false))
            {
                if (!first) text.Append(",\n").Append(' ', (int)(depth - tensor.ndim + 1));
                first = false;
                if (i < 0)
                {
                    text.Append("...");
                    continue;
                }
                using var part = tensor.select(0, i);
                Nested(text, part, depth, write);
            }
            if (tensor.ndim == depth) text.Append('\n');
            text.Append('}');
        }
    }
}
