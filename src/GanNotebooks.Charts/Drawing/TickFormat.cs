using System.Globalization;

namespace GanNotebooks.Charts;

/// <summary>The format of all tick labels of an axis: as many decimals as their step needs, and k, M, B or a power of ten.</summary>
/// <param name="Exponent">The power of ten taken out of every number.</param>
/// <param name="Decimals">Digits after the point.</param>
/// <param name="Suffix">The text for the power of ten.</param>
internal readonly record struct TickFormat(int Exponent, int Decimals, string Suffix)
{
    /// <summary>The format of an axis.</summary>
    /// <param name="largest">The largest absolute value on the axis.</param>
    /// <param name="stepPower">The power of ten of the distance between ticks.</param>
    public static TickFormat Of(double largest, int stepPower)
    {
        var power = largest > 0 ? (int)Math.Floor(Math.Log10(largest) + 0.01) : 0;
        var (exponent, suffix) = power switch
        {
            >= 15 or < -3 => (power, string.Create(CultureInfo.InvariantCulture, $"e{Sign(power)}{Math.Abs(power)}")),
            >= 12 => (12, "T"),
            >= 9 => (9, "B"),
            >= 6 => (6, "M"),
            >= 4 => (3, "k"),
            _ => (0, ""),
        };
        return new(exponent, Math.Clamp(exponent - stepPower, 0, 15), suffix);
    }

    /// <summary>A number as a tick's label.</summary>
    public string Label(double value)
    {
        // Two powers, because 10^-exponent alone can overflow a double.
        var half = Exponent / 2;
        var text = (value / Math.Pow(10, half) / Math.Pow(10, Exponent - half)).ToString("F" + Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        if (text.AsSpan().IndexOfAnyInRange('1', '9') < 0)
            return "0";
        return Minus((Decimals > 0 ? text.TrimEnd('0').TrimEnd('.') : text) + Suffix);
    }

    /// <summary>A number on its own: plain from a millionth to a million, with a power of ten beyond.</summary>
    public static string Plain(double value)
    {
        var plain = Math.Abs(value) is 0 or (>= 0.99e-6 and < 0.99e6);
        return Minus(value.ToString(plain ? "0.######" : "0.###e+0", CultureInfo.InvariantCulture), !plain);
    }

    /// <summary>A power of ten: 1, 10, 10², 10⁻³.</summary>
    public static string Power(int power) => power switch
    {
        0 => "1",
        1 => "10",
        _ => "10" + string.Concat(power.ToString(CultureInfo.InvariantCulture).Select(character => character == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[character - '0'])),
    };

    private static string Minus(string number, bool exponentToo = false) =>
        exponentToo || number.StartsWith('-') ? number.Replace('-', '−') : number;

    private static string Sign(int power) => power < 0 ? "−" : "+";
}
