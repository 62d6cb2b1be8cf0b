namespace GanNotebooks.Visualizers;

public sealed partial class Figure
{
    // What a notebook's output is wide in VS Code on a laptop's screen.
    private const double WidestTogether = 960;
    private const double LowestTogether = 240;

    /// <summary>Figures beside each other in one.</summary>
    /// <param name="figures">From left to right; they shrink together when they would be wider than 960 pixels.</param>
    /// <exception cref="ArgumentException">There are no figures.</exception>
    public static Figure SideBySide(params Figure[] figures) => Grid(Given(figures).Count, figures);

    /// <summary>Figures in rows in one.</summary>
    /// <param name="columns">How many figures a row, at least 1.</param>
    /// <param name="figures">From left to right, then from top to bottom; they shrink together when they would be wider than 960 pixels.</param>
    /// <exception cref="ArgumentException">There are no figures.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="columns"/> is less than 1.</exception>
    public static Figure Grid(int columns, params Figure[] figures)
    {
        if (Given(figures).Count == 0)
            throw new ArgumentException("There is nothing to arrange: give at least one figure.", nameof(figures));
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);

        var rows = figures.Chunk(columns).ToArray();
        var width = rows.Max(row => row.Sum(figure => figure.Width));
        var factor = Math.Min(1, WidestTogether / width);
        var panels = new List<Panel>();
        var top = 0.0;
        foreach (var row in rows)
        {
            var height = row.Max(figure => figure.Height);
            height = Math.Max((int)Math.Round(height * factor), (int)Math.Min(height, LowestTogether));
            var left = 0.0;
            foreach (var figure in row)
            {
                // Figures of one row end at one height, so that their axes stand on one line.
                var stretch = (double)height / figure.Height;
                panels.AddRange(figure.panels.Select(panel => panel with { Box = panel.Box.Placed(factor, stretch, left, top) }));
                left += figure.Width * factor;
            }

            top += height;
        }

        return new(panels, (int)Math.Round(width * factor), (int)top);
    }
}
