using System.Globalization;

namespace GanNotebooks.Kernel.Display;

/// <summary>Single values as text, independent of the culture.</summary>
internal static class Scalars
{
    /// <summary>Whether an object is one value rather than a structure.</summary>
    public static bool IsScalar(object? value) =>
        value is null or string or IFormattable or bool or char or Type or Uri or Version || value.GetType().IsPrimitive;

    /// <summary>The text of a single value.</summary>
    public static string Text(object? value) => value switch
    {
        null => "null",
        Type type => TypeName.Of(type),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };
}
