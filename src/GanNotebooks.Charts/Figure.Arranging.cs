using Plotly.NET;

namespace GanNotebooks.Charts;

public static partial class Figure
{
    // The width in pixels of a notebook's output in VS Code on a laptop's screen.
    private const double WidestTogether = 960;
    private const double LowestTogether = 240;

    /// <summary>Puts charts beside each other into one.</summary>
    /// <param name="charts">From left to right; they shrink together when they would be wider than 960 pixels.</param>
    /// <exception cref="ArgumentException">There are no charts.</exception>
    public static GenericChart SideBySide(params GenericChart[] charts) => Grid(Given(charts).Count, charts);

    /// <summary>Puts charts in rows into one.</summary>
    /// <param name="columns">How many charts per row, at least 1.</param>
    /// <param name="charts">From left to right, then from top to bottom; they shrink together when they would be wider than 960 pixels.</param>
    /// <exception cref="ArgumentException">There are no charts.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="columns"/> is less than 1.</exception>
    public static GenericChart Grid(int columns, params GenericChart[] charts)
    {
        if (Given(charts).Count == 0) throw new ArgumentException("There is nothing to arrange: give at least one chart.", nameof(charts));
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        var rows = charts.Chunk(columns).Select(row => row.Select(chart => (Chart: chart, Picture: ChartReader.Read(chart))).ToArray()).ToArray();
        var width = rows.Max(row => row.Sum(each => each.Picture.Width));
        var factor = Math.Min(1, WidestTogether / width);
        // Charts of one row end at one height, so that their axes are aligned.
        int[] heights = [.. rows.Select(row => row.Max(each => each.Picture.Height)).Select(height => Math.Max((int)Math.Round(height * factor), (int)Math.Min(height, LowestTogether)))];
        var sheet = new Sheet((int)Math.Round(width * factor), heights.Sum());
        var top = 0;
        foreach (var (row, height) in rows.Zip(heights))
        {
            var left = 0.0;
            foreach (var (chart, picture) in row)
            {
                var room = picture.Width * factor;
                sheet.Add(chart.WithSize(Math.Max(100, (int)Math.Round(room)), Math.Max(100, height)), left, top);
                left += room;
            }
            top += height;
        }
        return sheet.Chart();
    }
}
