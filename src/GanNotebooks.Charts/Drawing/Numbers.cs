using System.Globalization;

namespace GanNotebooks.Charts;

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

    /// <summary>"smallest to largest", for a summary.</summary>
    public static string Short(Extent extent) => $"{Short(extent.Min)} to {Short(extent.Max)}";

    /// <summary>"1 point", "2 points".</summary>
    public static string Count(int count, string noun) => $"{Whole(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>A whole number.</summary>
    public static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
