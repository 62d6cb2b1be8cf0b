namespace GanNotebooks.Charts;

/// <summary>A chart ready to be drawn: read, but not measured yet.</summary>
/// <param name="Width">The width in pixels.</param>
/// <param name="Height">The height in pixels.</param>
/// <param name="Margins">The least room around the figure's plot area.</param>
/// <param name="Panels">Pairs of axes with their traces.</param>
internal sealed record Picture(int Width, int Height, Margins Margins, IReadOnlyList<Panel> Panels)
{
    /// <summary>The title; null for none.</summary>
    public ChartTitle? Title { get; init; }

    public IReadOnlyList<ColorBar> ColorBars { get; init; } = [];

    public IReadOnlyList<Legend> Legends { get; init; } = [];

    public IReadOnlyList<Shape> Shapes { get; init; } = [];

    public IReadOnlyList<Annotation> Annotations { get; init; } = [];

    /// <summary>The parts of the chart that cannot be drawn, in plotly's words.</summary>
    public IReadOnlyList<string> Undrawn { get; init; } = [];

    /// <summary>The colours around and inside the plot areas.</summary>
    public (string Paper, string Plot) Ground { get; init; } = (KitStyle.Background, KitStyle.Background);

    /// <summary>One line of text per panel: its title, and its traces in numbers.</summary>
    public string Summary => string.Join('\n', Panels.Select(panel => panel.Summary).Concat(Missing is { } missing ? [missing] : []));

    /// <summary>A sentence that names what is not drawn; null when everything is.</summary>
    public string? Missing => Undrawn.Count == 0 ? null : $"Not drawn in this picture: {string.Join(", ", Undrawn.Distinct())}.";
}

/// <summary>Pixels between a figure's edges and its plot area.</summary>
internal readonly record struct Margins(double Left, double Right, double Top, double Bottom);

/// <summary>A figure's title.</summary>
/// <param name="Text">The text.</param>
/// <param name="Font">The font.</param>
/// <param name="X">Its horizontal position, from 0 to 1.</param>
/// <param name="OverPlot">Whether that position is relative to the plot area, not to the figure.</param>
/// <param name="Top">Pixels between the figure's upper edge and the text; null for the middle of the margin.</param>
/// <param name="Bold">Whether the font is bold.</param>
internal sealed record ChartTitle(string Text, Font Font, double X, bool OverPlot, double? Top, bool Bold);
