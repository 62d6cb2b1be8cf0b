using System.Globalization;
using System.Text.RegularExpressions;

namespace GanNotebooks.Charts;

/// <summary>Converts CSS colours to <c>#rrggbb</c>, so that they can be mixed.</summary>
internal static partial class CssColor
{
    /// <summary>The colour of a text; grey if it is no colour.</summary>
    public static string Read(string? text) => TryRead(text, out var color) ? color : "#808080";

    /// <summary>Reads <c>#rgb</c>, <c>#rrggbb</c>, <c>rgb(…)</c>, <c>rgba(…)</c> and the common names.</summary>
    public static bool TryRead(string? text, out string color)
    {
        color = text ?? "";
        if (color is ['#', var r, var g, var b]) color = $"#{r}{r}{g}{g}{b}{b}";
        if (Hex().IsMatch(color)) return true;
        if (Rgb().Match(color) is { Success: true } rgb)
        {
            var parts = Enumerable.Range(1, 3).Select(i => (int)Math.Clamp(double.Parse(rgb.Groups[i].Value, CultureInfo.InvariantCulture), 0, 255)).ToArray();
            color = string.Create(CultureInfo.InvariantCulture, $"#{parts[0]:x2}{parts[1]:x2}{parts[2]:x2}");
            return true;
        }
        var named = System.Drawing.Color.FromName(color);
        color = string.Create(CultureInfo.InvariantCulture, $"#{named.R:x2}{named.G:x2}{named.B:x2}");
        return named.IsKnownColor;
    }

    /// <summary>The same colour, half transparent.</summary>
    public static string Half(string color) => TryRead(color, out var hex) && int.Parse(hex.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture) is var rgb
        ? Translucent(rgb, 0.5) : color;

    /// <summary>A colour with an opacity from 0 to 1.</summary>
    public static string Translucent(int rgb, double opacity) =>
        string.Create(CultureInfo.InvariantCulture, $"rgba({rgb >> 16},{(rgb >> 8) & 255},{rgb & 255},{opacity:0.###})");

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex Hex();

    [GeneratedRegex(@"^rgba?\(\s*([\d.]+)[,\s]+([\d.]+)[,\s]+([\d.]+)")]
    private static partial Regex Rgb();
}
