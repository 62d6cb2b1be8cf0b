namespace GanNotebooks.Visualizers;

/// <summary>A legend above the plot area, from left to right, wrapped into rows.</summary>
/// <param name="Entries">The traces with the pixels where their marks begin, relative to the legend's corner.</param>
/// <param name="Height">The rows' height in pixels; 0 for an empty legend.</param>
internal sealed record LegendLayout(IReadOnlyList<(Trace Trace, string Text, double X, double Y)> Entries, double Height)
{
    /// <summary>The room of a mark, in pixels, before its text.</summary>
    public const double MarkWidth = 24;

    public const double RowHeight = 19;

    /// <summary>Places the entries.</summary>
    public static LegendLayout Of(IReadOnlyList<Trace> traces, double width)
    {
        var entries = new List<(Trace, string, double, double)>();
        var (x, row) = (0.0, 0);
        foreach (var trace in traces)
        {
            var text = TextWidth.Fit(trace.Name, FigureStyle.FontSize, width - MarkWidth);
            var entryWidth = MarkWidth + TextWidth.Of(text, FigureStyle.FontSize) + 14;
            if (x > 0 && x + entryWidth - 14 > width)
                (x, row) = (0, row + 1);
            entries.Add((trace, text, x, row * RowHeight));
            x += entryWidth;
        }

        return new(entries, entries.Count == 0 ? 0 : (row + 1) * RowHeight);
    }
}
