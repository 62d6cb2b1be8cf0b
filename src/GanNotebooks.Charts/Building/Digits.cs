namespace GanNotebooks.Charts;

/// <summary>Numbers with the digits that a chart can show: the text of a chart is stored in the notebook.</summary>
internal static class Digits
{
    private const int Kept = 7;   // what single precision holds, and more than any screen

    /// <summary>The number rounded to seven digits.</summary>
    public static double Of(double value)
    {
        if (value == 0 || !Extent.CanDraw(value)) return value;
        var decimals = Kept - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        // Divided, not multiplied, by a power of ten that is exact, the result is the double nearest to those digits.
        return decimals switch
        {
            >= 0 and <= 22 => Math.Round(value * Math.Pow(10, decimals)) / Math.Pow(10, decimals),
            < 0 and >= -15 => Math.Round(value / Math.Pow(10, -decimals)) * Math.Pow(10, -decimals),
            _ => value,
        };
    }

    /// <summary>A list that plotly reads: whole numbers where all are, and null for what cannot be drawn.</summary>
    public static object Of(double[] values) =>
        Array.TrueForAll(values, value => Math.Abs(value) < 1e15 && value == Math.Truncate(value)) ? Array.ConvertAll(values, value => (long)value)
        : Array.TrueForAll(values, value => Extent.CanDraw(value)) ? Array.ConvertAll(values, Of)
        : Array.ConvertAll(values, value => Extent.CanDraw(value) ? Of(value) : default(double?));
}
