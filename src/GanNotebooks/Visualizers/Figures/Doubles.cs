namespace GanNotebooks.Visualizers;

/// <summary>Single precision, as tensors hold it, widened for drawing.</summary>
internal static class Doubles
{
    /// <summary>A copy in double precision.</summary>
    public static double[] From(ReadOnlySpan<float> values)
    {
        var result = new double[values.Length];
        for (var i = 0; i < result.Length; i++)
            result[i] = values[i];
        return result;
    }
}
