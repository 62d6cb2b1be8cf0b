using System.Globalization;
using System.Text.Json;

namespace GanNotebooks.Visualizers;

/// <summary>Numbers as text, independent of culture.</summary>
internal static class Numbers
{
    /// <summary>Three significant digits, for a summary.</summary>
    public static string Short(double value) =>
        Math.Abs(value) is > 0 and (< 1e-3 or >= 1e6) and not double.PositiveInfinity
            ? value.ToString("0.##e-0", CultureInfo.InvariantCulture)
            : value.ToString("G3", CultureInfo.InvariantCulture) is var text && text.Contains('E', StringComparison.Ordinal)
                ? value.ToString("0", CultureInfo.InvariantCulture)
                : text;

    /// <summary>"1 point", "2 points".</summary>
    public static string Count(int count, string noun) => $"{Whole(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>A whole number.</summary>
    public static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>"smallest to largest", for a summary.</summary>
    public static string Short(Extent extent) => $"{Short(extent.Min)} to {Short(extent.Max)}";

    /// <summary>Writes an array that plotly reads: what cannot be drawn becomes null, which plotly leaves out.</summary>
    public static void WriteNumbers(this Utf8JsonWriter json, string name, ReadOnlySpan<double> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteNumber(value);
        json.WriteEndArray();
    }

    /// <summary>Writes one number in the digits that tell it from its neighbours.</summary>
    public static void WriteNumber(this Utf8JsonWriter json, double value)
    {
        if (!Extent.CanDraw(value))
            json.WriteNullValue();
        else if (Math.Abs(value) < 1e15 && value == Math.Truncate(value))
            json.WriteNumberValue((long)value);
        else if ((float)value == value)
            json.WriteNumberValue((float)value);   // it came from single precision, whose digits say all of it
        else
            json.WriteNumberValue(value);
    }

    /// <summary>Writes text that plotly would otherwise read as markup.</summary>
    public static void WriteText(this Utf8JsonWriter json, string name, string text) =>
        json.WriteString(name, text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal));

    /// <summary>Writes a pair of numbers as an array.</summary>
    public static void WritePair(this Utf8JsonWriter json, string name, double first, double second) =>
        json.WriteNumbers(name, [first, second]);
}
