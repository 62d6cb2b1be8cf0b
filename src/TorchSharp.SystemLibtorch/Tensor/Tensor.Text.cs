using System.Globalization;
using System.Text;
using TorchSharp.Utils;

namespace TorchSharp;

/// <summary>How a tensor is written as text.</summary>
public enum TensorStringStyle
{
    /// <summary>Shape, type and device only.</summary>
    Metadata,
    /// <summary>Shape, type and device, then the numbers row by row.</summary>
    Julia,
    /// <summary>The numbers in nested brackets.</summary>
    Numpy,
    /// <summary>The numbers as C# writes an array of them.</summary>
    CSharp,
    /// <summary>What <see cref="torch.TensorStringStyle"/> says.</summary>
    Default,
}

public static partial class torch
{
    [TypeFormatterSource(typeof(TensorFormatterSource), PreferredMimeTypes = ["text/plain"])]
    public partial class Tensor
    {
        private const int Edge = 3;
        private const int NumpyLimit = 6;
        private const int JuliaLimit = 30;

        /// <summary>Shape, type and device.</summary>
        public override string ToString() =>
            $"[{string.Join("x", shape)}], type = {dtype}, device = {device}";

        /// <summary>The tensor as text; long dimensions are shortened to their ends.</summary>
        /// <param name="style">What to write.</param>
        /// <param name="fltFormat">The numbers' .NET format.</param>
        /// <param name="width">How many characters a line may have; lines are as long as their numbers.</param>
        /// <param name="cultureInfo">How numbers are written; the invariant culture if null.</param>
        /// <param name="newLine">What ends a line.</param>
        public string ToString(TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null)
        {
            if (style == TensorStringStyle.Default) style = torch.TensorStringStyle;
            var text = Text(style, fltFormat ?? "g5", cultureInfo ?? CultureInfo.InvariantCulture);
            return newLine is null or "\n" ? text : text.Replace("\n", newLine, StringComparison.Ordinal);
        }

        private string Text(TensorStringStyle style, string fltFormat, CultureInfo culture)
        {
            if (style == TensorStringStyle.Metadata) return ToString();
            if (style == TensorStringStyle.CSharp) return CSharpText(fltFormat, culture);
            using var numbers = detach().to(ScalarType.Float64, CPU);
            var text = new StringBuilder();
            if (style == TensorStringStyle.Julia) text.Append(ToString());
            if (style == TensorStringStyle.Julia && ndim > 0) text.Append('\n');
            if (style == TensorStringStyle.Julia && ndim == 0) text.Append(", value = ");
            Write(text, numbers, style, Formatter(fltFormat, culture), 0);
            if (style == TensorStringStyle.Julia && ndim > 0) text.Append('\n');
            return text.ToString();
        }

        /// <summary>Shape and numbers, as Julia writes them.</summary>
        public string jlstr(string fltFormat = "g5") => ToString(TensorStringStyle.Julia, fltFormat);
        /// <summary>Numbers in brackets, as NumPy writes them.</summary>
        public string npstr(string fltFormat = "g5") => ToString(TensorStringStyle.Numpy, fltFormat);
        /// <summary>Shape and numbers.</summary>
        public string str(string? fltFormat = null) => ToString(TensorStringStyle.Default, fltFormat);

        private Func<double, string> Formatter(string format, CultureInfo culture) => dtype switch
        {
            ScalarType.Bool => value => value != 0 ? "True" : "False",
            ScalarType.Float32 or ScalarType.Float64 or ScalarType.Float16 or ScalarType.BFloat16 => value => value.ToString(format, culture),
            _ => value => value.ToString("0", CultureInfo.InvariantCulture),
        };

        private static void Write(StringBuilder text, Tensor tensor, TensorStringStyle style, Func<double, string> format, int depth)
        {
            if (tensor.ndim == 0)
            {
                text.Append(format(tensor.data<double>()[0]));
                return;
            }
            var numpy = style == TensorStringStyle.Numpy;
            if (tensor.ndim == 1) Row(text, tensor, numpy, format);
            else Rows(text, tensor, style, format, depth);
        }

        private static void Row(StringBuilder text, Tensor tensor, bool numpy, Func<double, string> format)
        {
            var first = true;
            text.Append(numpy ? "[" : "");
            foreach (var i in Shown(tensor.shape[0], numpy))
            {
                text.Append(numpy ? (first ? "" : i < 0 ? ", " : text[^1] == '.' ? " " : ", ") : " ");
                text.Append(i < 0 ? "..." : format(tensor.data<double>()[i]));
                first = false;
            }
            text.Append(numpy ? "]" : "");
        }

        private static void Rows(StringBuilder text, Tensor tensor, TensorStringStyle style, Func<double, string> format, int depth)
        {
            var numpy = style == TensorStringStyle.Numpy;
            var separator = tensor.ndim > 2 ? "\n\n" : "\n";
            var first = true;
            text.Append(numpy ? "[" : "");
            foreach (var i in Shown(tensor.shape[0], numpy))
            {
                if (!first) text.Append(separator).Append(numpy ? new string(' ', depth + 1) : "");
                first = false;
                if (i < 0)
                {
                    text.Append(numpy ? "..." : " ...");
                    continue;
                }
                if (!numpy && tensor.ndim > 2) text.Append(CultureInfo.InvariantCulture, $"[{i}{Rest(tensor.ndim - 1)}] =\n");
                using var part = tensor.select(0, i);
                Write(text, part, style, format, depth + 1);
            }
            text.Append(numpy ? "]" : "");
        }

        private static string Rest(long dimensions) => string.Concat(Enumerable.Repeat(",..", (int)dimensions));

        /// <summary>The indices to write; −1 stands for those left out.</summary>
        private static IEnumerable<long> Shown(long size, bool numpy)
        {
            if (size <= (numpy ? NumpyLimit : JuliaLimit)) return Enumerable.Range(0, (int)size).Select(i => (long)i);
            return [.. Enumerable.Range(0, Edge), -1L, .. Enumerable.Range(0, Edge).Select(i => size - Edge + i)];
        }
    }
}
