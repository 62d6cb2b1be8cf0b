namespace GanNotebooks.Visualizers;

/// <summary>Where everything of a panel lies, in the figure's pixels: both renderings follow it.</summary>
internal sealed class PanelLayout
{
    private readonly double figureWidth;
    private readonly double figureHeight;

    /// <summary>Lays a panel out.</summary>
    public PanelLayout(Panel panel, int figureWidth, int figureHeight)
    {
        (Panel, this.figureWidth, this.figureHeight) = (panel, figureWidth, figureHeight);
        var box = panel.Box;
        Title = TextWidth.Fit(panel.Title, FigureStyle.TitleFontSize, box.Width - 24);
        Legend = LegendLayout.Of(panel.Listed, box.Width - 50);
        LegendTop = box.Y + 10 + (Title.Length > 0 ? 24 : 0);
        var top = LegendTop + Legend.Height + (Legend.Height > 0 ? 5 : 2);
        var bottom = box.Bottom - 28 - (panel.XAxis.Label.Length > 0 ? 19 : 0);
        var height = Math.Max(20, bottom - top);

        Area = new(new(box.X, top, box.Width, height), panel.XScale, panel.YScale);
        // Widening an axis changes its labels, and they the room that is left: the second round settles it.
        for (var round = 0; round < 2; round++)
        {
            YTicks = TicksFor(Area.YScale, height, 36);
            var left = box.X + 16 + YTicks.LabelWidth + (panel.YAxis.Label.Length > 0 ? 20 : 0);
            var right = box.Right - (panel.HeatMap is { } map ? ColorBar.RoomFor(map, ColorBar.TicksFor(map, height)) + 6 : 18);
            Area = Fit(new(new(left, top, Math.Max(20, right - left), height), panel.XScale, panel.YScale));
        }

        XTicks = TicksFor(Area.XScale, Area.Box.Width, 52);
        YTicks = TicksFor(Area.YScale, Area.Box.Height, 36);
        ColorBar = panel.HeatMap is { } heatMap ? ColorBar.Beside(Area.Box, heatMap) : null;
    }

    public Panel Panel { get; }

    /// <summary>The title as far as it fits.</summary>
    public string Title { get; }

    public double TitleBaseline => Panel.Box.Y + 24;

    public LegendLayout Legend { get; }

    public double LegendTop { get; }

    public PlotArea Area { get; }

    public AxisTicks XTicks { get; }

    public AxisTicks YTicks { get; }

    public ColorBar? ColorBar { get; }

    /// <summary>A pixel column as plotly's part of the figure's width.</summary>
    public double PaperX(double pixel) => Math.Round(pixel / figureWidth, 6);

    /// <summary>A pixel row as plotly's part of the figure's height, upwards.</summary>
    public double PaperY(double pixel) => Math.Round(1 - (pixel / figureHeight), 6);

    private PlotArea Fit(PlotArea area)
    {
        if (!Panel.EqualAxes || area.XScale.Log || area.YScale.Log)
            return area;

        // Ranges that somebody chose stay; free ones show more.
        var chosen = Panel.HeatMap is not null || Panel.XAxis.Range is not null || Panel.YAxis.Range is not null;
        return chosen ? area.WithEqualUnitsByShrinking() : area.WithEqualUnitsByWidening();
    }

    private static AxisTicks TicksFor(AxisScale scale, double length, double pixelsPerTick) =>
        AxisTicks.Of(scale, Math.Max(2, (int)(length / pixelsPerTick)));
}
