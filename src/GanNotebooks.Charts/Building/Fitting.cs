using Plotly.NET;

namespace GanNotebooks.Charts;

/// <summary>Gives a single chart in the kit's look the margins that its axes, title, legend and colour bar need.</summary>
internal static class Fitting
{
    /// <summary>The chart with those margins; a chart with another look, or several panels, is returned unchanged.</summary>
    public static GenericChart Fitted(this GenericChart chart)
    {
        var layout = GenericChart.getLayout(chart);
        if (!KitStyle.IsOf(layout)) return chart;
        var picture = ChartReader.Read(chart) with { Margins = default };
        if (picture.Panels.Count != 1) return chart;
        var (left, right, top, bottom) = MarginsOf(picture);
        return chart.Changed(changed => changed.With(("margin", new Plotly.NET.LayoutObjects.Margin().With(
            ("l", Math.Round(left)), ("r", Math.Round(right)), ("t", Math.Round(top)), ("b", Math.Round(bottom))))));
    }

    /// <summary>The chart with room above for plotly's row of buttons, which would cover its title; a chart with another look is returned unchanged.</summary>
    public static GenericChart WithRoomForButtons(this GenericChart chart)
    {
        var layout = GenericChart.getLayout(chart);
        var node = new Node(layout);
        return !KitStyle.IsOf(layout) || node["margin"]["t"].Number is not { } top || node["height"].Number is not { } height ? chart : chart.Changed(changed =>
        {
            changed.With(("height", (int)height + KitStyle.ButtonsHeight)).Part<Plotly.NET.LayoutObjects.Margin>("margin").With(("t", top + KitStyle.ButtonsHeight));
            if (changed.Properties.ContainsKey("title")) changed.Part<Title>("title").Part<Padding>("pad").With(("t", KitStyle.TitlePad + KitStyle.ButtonsHeight));
        });
    }

    private static Margins MarginsOf(Picture picture)
    {
        Box box = new(0, 0, picture.Width, picture.Height);
        var layout = new PanelLayout(picture.Panels[0], box);
        // The margins change the ticks, and the ticks the margins: the second round settles both.
        for (var round = 0; round < 2; round++)
        {
            var top = 12 + (picture.Title is null ? 0 : 24) + picture.Legends.Sum(legend => legend.Size(picture.Width - 50).Height - 2);
            var left = layout.RoomBeside + 6;
            var right = Math.Max(18, picture.ColorBars.Select(bar => bar.RoomBeside(box) + 6).DefaultIfEmpty(0).Max());
            box = new(left, top, Math.Max(20, picture.Width - left - right), Math.Max(20, picture.Height - top - layout.RoomBelow - 6));
            layout = new(picture.Panels[0], box);
        }
        box = layout.Area.Box;   // smaller if the axes have equal units
        return new(box.X, picture.Width - box.Right, box.Y, picture.Height - box.Bottom);
    }
}
