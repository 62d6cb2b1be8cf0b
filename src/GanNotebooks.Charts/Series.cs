namespace GanNotebooks.Charts;

/// <summary>A named list of numbers: one line of a line chart, or one group of a histogram.</summary>
/// <remarks>The numbers are copied, since training may continue to write its history while the chart is drawn.</remarks>
public sealed class Series
{
    /// <summary>Creates a named list of numbers.</summary>
    /// <param name="name">The legend's text.</param>
    /// <param name="values">Any numbers; NaN and infinity leave a gap.</param>
    public Series(string name, IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(values);
        Name = name;
        Numbers = [.. values];
    }

    /// <summary>Creates a named list of single-precision numbers, as tensors hold them.</summary>
    /// <param name="name">The legend's text.</param>
    /// <param name="values">Any numbers; NaN and infinity leave a gap.</param>
    public Series(string name, ReadOnlySpan<float> values)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
        Numbers = Array.ConvertAll(values.ToArray(), value => (double)value);
    }

    /// <summary>The legend's text.</summary>
    public string Name { get; }

    /// <summary>The numbers.</summary>
    public IReadOnlyList<double> Values => Numbers;

    /// <summary>The position of each value on the x axis of a line chart; 0, 1, 2, … when null. A histogram ignores it.</summary>
    /// <exception cref="ArgumentException">There are not as many positions as values.</exception>
    public IReadOnlyList<double>? X
    {
        get => Positions;
        init
        {
            if (value is not null && value.Count != Numbers.Length)
                throw new ArgumentException($"Series \"{Name}\": {value.Count} x positions for {Numbers.Length} values; give one for each value.", nameof(value));

            Positions = value is null ? null : [.. value];
        }
    }

    internal double[] Numbers { get; }

    internal double[]? Positions { get; private init; }
}
