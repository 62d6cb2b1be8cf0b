namespace GanNotebooks.Charts;

/// <summary>The positions of a panel's parts, in the figure's pixels.</summary>
internal sealed class PanelLayout
{
    /// <summary>Computes a panel's layout.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="plot">The figure's plot area, of which the panel's axes take their domains.</param>
    public PanelLayout(Panel panel, Box plot)
    {
        Panel = panel;
        var (x, y) = (panel.XAxis.Domain, panel.YAxis.Domain);
        Box box = new(plot.X + (x.Min * plot.Width), plot.Y + ((1 - y.Max) * plot.Height), Math.Max(20, (x.Max - x.Min) * plot.Width), Math.Max(20, (y.Max - y.Min) * plot.Height));
        Area = Fit(new(box, panel.XScale, panel.YScale));
        XTicks = AxisTicks.Of(panel.XAxis, Area.XScale, Area.Box.Width);
        YTicks = AxisTicks.Of(panel.YAxis, Area.YScale, Area.Box.Height);
    }

    public Panel Panel { get; }

    public PlotArea Area { get; }

    public IReadOnlyList<Tick> XTicks { get; }

    public IReadOnlyList<Tick> YTicks { get; }

    /// <summary>How wide the vertical axis' labels are, in pixels.</summary>
    public double LabelWidth => Panel.YAxis.Look.Labelled ? AxisTicks.Width(YTicks, Panel.YAxis.Look.Label.Size) : 0;

    /// <summary>How many pixels the vertical axis needs beside the plot area.</summary>
    public double RoomBeside => LabelWidth + 10 + Room(Panel.YAxis);

    /// <summary>How many pixels the horizontal axis needs below the plot area.</summary>
    public double RoomBelow => 22 + Room(Panel.XAxis);

    private static double Room(Axis axis) => axis.Label.Length > 0 ? axis.Look.Standoff + axis.Look.Title.Size + 2 : 0;

    private PlotArea Fit(PlotArea area) => !Panel.EqualAxes || area.XScale.Log || area.YScale.Log ? area
        : Panel.Shrinks ? area.WithEqualUnitsByShrinking() : area.WithEqualUnitsByWidening();
}
