namespace GanNotebooks.Charts;

/// <summary>Box plots: the middle half of the values as a box with the median, whiskers to the farthest value within one and a half box lengths, and the others as dots.</summary>
/// <param name="Name">The legend's text.</param>
/// <param name="Color">The colour of lines and dots.</param>
/// <param name="Groups">Values, ascending, by their box's position along the axis.</param>
/// <param name="Width">A box's width along that axis.</param>
/// <param name="Horizontal">Whether the boxes are horizontal.</param>
internal sealed record BoxTrace(string Name, string Color, IReadOnlyList<(double Place, double[] Values)> Groups, double Width, bool Horizontal) : Trace(Name, Color)
{
    /// <summary>The colour inside the boxes.</summary>
    public string Fill { get; init; } = "none";

    public override Air Air => Horizontal ? new(Free, Free, 0, 0) : new(0, 0, Free, Free);

    public override string Summary => string.Join(", ", Groups.Select(group => $"{Name} {Numbers.Count(group.Values.Length, "value")} (median {Numbers.Short(Quantile(group.Values, 0.5))})"));

    public override Extent XExtent(bool log) => Horizontal ? Values(log) : Places(log);

    public override Extent YExtent(bool log) => Horizontal ? Places(log) : Values(log);

    public override void WriteSvg(SvgCanvas svg, PlotArea area)
    {
        foreach (var (place, values) in Groups)
        {
            var (low, median, high) = (Quantile(values, 0.25), Quantile(values, 0.5), Quantile(values, 0.75));
            var reach = 1.5 * (high - low);
            var within = values.Where(value => value >= low - reach && value <= high + reach).ToArray();
            var (left, right, near) = (place - (Width / 2), place + (Width / 2), Width / 4);
            svg.Write($"<path fill=\"{Fill}\" stroke=\"{Color}\" stroke-width=\"1.5\" d=\"");
            Join('M', (left, low), (right, low), (right, high), (left, high), (left, low));
            Join('M', (left, median), (right, median));
            foreach (var (end, whisker) in new[] { (low, within[0]), (high, within[^1]) })
            {
                Join('M', (place, end), (place, whisker));
                Join('M', (place - near, whisker), (place + near, whisker));
            }
            svg.Write("\"/>");
            Dots.Write(svg, [.. values.Where(value => value < within[0] || value > within[^1]).Select(value => Pixel(place, value))], 6, Color, 1, null);
        }

        void Join(char command, params ReadOnlySpan<(double Place, double Value)> points)
        {
            foreach (var (place, value) in points)
            {
                var (x, y) = Pixel(place, value);
                if (!double.IsNaN(x + y)) svg.Point(command, x, y);
                command = 'L';
            }
        }

        (double X, double Y) Pixel(double place, double value) => Horizontal ? (area.X(value), area.Y(place)) : (area.X(place), area.Y(value));
    }

    // Interpolated between the two nearest values, each in the middle of its share, as plotly does.
    private static double Quantile(double[] ascending, double part)
    {
        var place = Math.Clamp((part * ascending.Length) - 0.5, 0, ascending.Length - 1);
        var (index, rest) = ((int)place, place - Math.Floor(place));
        return index + 1 < ascending.Length ? ascending[index] + (rest * (ascending[index + 1] - ascending[index])) : ascending[^1];
    }

    private Extent Places(bool log) => Extent.Of([.. Groups.SelectMany(group => (double[])[group.Place - Width, group.Place + Width])], log);

    private Extent Values(bool log) => Extent.Of([.. Groups.SelectMany(group => group.Values)], log);
}
