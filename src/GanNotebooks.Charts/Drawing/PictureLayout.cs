namespace GanNotebooks.Charts;

/// <summary>The positions of a picture's parts: margins grow until axes, colour bars and legends have room, as plotly's do.</summary>
internal sealed class PictureLayout
{
    /// <summary>Measures a picture.</summary>
    public PictureLayout(Picture picture)
    {
        Picture = picture;
        Margins = picture.Margins;
        // The margins change the ticks, and the ticks the margins: the third round settles both.
        for (var round = 0; round < 3; round++)
        {
            Plot = Inside(Margins);
            Panels = [.. picture.Panels.Select(panel => new PanelLayout(panel, Plot))];
            Margins = Grown();
        }
        Plot = Inside(Margins);
        Panels = [.. picture.Panels.Select(panel => new PanelLayout(panel, Plot))];
    }

    public Picture Picture { get; }

    public Margins Margins { get; private set; }

    /// <summary>The figure's plot area, inside the margins, in pixels.</summary>
    public Box Plot { get; private set; }

    public IReadOnlyList<PanelLayout> Panels { get; private set; } = [];

    /// <summary>The width that a legend may have, in pixels.</summary>
    public double RoomOf(Legend legend) => Panels.Count < 2 ? Picture.Width - Plot.X - 10
        : Panels.FirstOrDefault(panel => panel.Panel.Traces.Intersect(legend.Traces).Any())?.Area.Box.Width + 20 ?? Plot.Width;

    /// <summary>The pixel column of a value.</summary>
    /// <param name="reference">What the value refers to: an axis such as x2, an axis' domain such as x2 domain, or paper.</param>
    /// <param name="value">The value.</param>
    public double X(string reference, double value) => reference == "paper" ? Plot.X + (value * Plot.Width)
        : Panels.FirstOrDefault(panel => panel.Panel.XAxis.Id == reference.Split(' ')[0])?.Area is not { } area ? double.NaN
        : reference.EndsWith("domain", StringComparison.Ordinal) ? area.Box.X + (value * area.Box.Width) : area.X(value);

    /// <summary>The pixel row of a value.</summary>
    /// <param name="reference">What the value refers to: an axis such as y2, an axis' domain such as y2 domain, or paper.</param>
    /// <param name="value">The value.</param>
    public double Y(string reference, double value) => reference == "paper" ? Plot.Bottom - (value * Plot.Height)
        : Panels.FirstOrDefault(panel => panel.Panel.YAxis.Id == reference.Split(' ')[0])?.Area is not { } area ? double.NaN
        : reference.EndsWith("domain", StringComparison.Ordinal) ? area.Box.Bottom - (value * area.Box.Height) : area.Y(value);

    private Box Inside(Margins margins) => new(
        margins.Left, margins.Top, Math.Max(20, Picture.Width - margins.Left - margins.Right), Math.Max(20, Picture.Height - margins.Top - margins.Bottom));

    private Margins Grown()
    {
        var (left, right, top, bottom) = Margins;
        foreach (var panel in Panels)
        {
            var (x, y) = (panel.Panel.XAxis, panel.Panel.YAxis);
            if (y.Opposite) right = Math.Max(right, panel.RoomBeside - ((1 - x.Domain.Max) * Plot.Width));
            else left = Math.Max(left, panel.RoomBeside - (x.Domain.Min * Plot.Width));
            if (!x.Opposite) bottom = Math.Max(bottom, panel.RoomBelow - (y.Domain.Min * Plot.Height));
        }
        foreach (var bar in Picture.ColorBars) right = Math.Max(right, bar.RoomBeside(Plot));
        foreach (var legend in Picture.Legends)
        {
            var (width, height) = legend.Size(RoomOf(legend));
            if (legend.At.X >= 1) right = Math.Max(right, ((legend.At.X - 1) * Plot.Width) + width);
            else if (legend is { At.Y: >= 1, Anchor.Y: 0 }) top = Math.Max(top, ((legend.At.Y - 1) * Plot.Height) + height);
            else if (legend.At.Y < 0) bottom = Math.Max(bottom, (-legend.At.Y * Plot.Height) + height);
        }
        return new(left, Math.Min(right, Picture.Width * 0.6), top, bottom);
    }
}
