namespace GanNotebooks.Charts;

/// <summary>Rounds numbers to the digits that a chart can show, since the chart's text is stored in the notebook.</summary>
internal static class Digits
{
    private const int Kept = 7;   // what single precision holds, and more than any screen shows

    /// <summary>The number rounded to seven digits.</summary>
    public static double Of(double value)
    {
        if (value == 0 || !Extent.CanDraw(value)) return value;
        var decimals = Kept - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        // Division by an exact power of ten gives the double nearest to those digits; multiplication would not.
        return decimals switch
        {
            >= 0 and <= 22 => Math.Round(value * Math.Pow(10, decimals)) / Math.Pow(10, decimals),
            < 0 and >= -15 => Math.Round(value / Math.Pow(10, -decimals)) * Math.Pow(10, -decimals),
            _ => value,
        };
    }

    /// <summary>A list that plotly reads: of integers if all are whole, and with null for values that cannot be drawn.</summary>
    public static object Of(double[] values) =>
        Array.TrueForAll(values, value => Math.Abs(value) < 1e15 && value == Math.Truncate(value)) ? Array.ConvertAll(values, value => (long)value)
        : Array.TrueForAll(values, value => Extent.CanDraw(value)) ? Array.ConvertAll(values, Of)
        : Array.ConvertAll(values, value => Extent.CanDraw(value) ? Of(value) : default(double?));
}
