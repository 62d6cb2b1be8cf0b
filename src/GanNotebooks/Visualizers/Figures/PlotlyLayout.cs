using System.Text.Json;

namespace GanNotebooks.Visualizers;

/// <summary>Writes plotly's layout: every part at the pixels that the SVG gives it.</summary>
internal static class PlotlyLayout
{
    /// <summary>Writes the member <c>layout</c>.</summary>
    public static void Write(Utf8JsonWriter json, Figure figure, IReadOnlyList<PanelLayout> layouts)
    {
        json.WriteStartObject("layout");
        json.WriteNumber("width", figure.Width);
        json.WriteNumber("height", figure.Height);
        json.WriteStartObject("margin");   // the axes' domains hold the margins
        foreach (var side in (string[])["l", "r", "t", "b", "pad"])
            json.WriteNumber(side, 0);
        json.WriteEndObject();
        json.WriteString("paper_bgcolor", FigureStyle.Background);
        json.WriteString("plot_bgcolor", FigureStyle.Background);
        WriteFont(json, "font", FigureStyle.FontSize, FigureStyle.Ink, FigureStyle.Font);
        json.WriteString("hovermode", layouts.All(layout => layout.Panel.Traces.All(trace => trace is LineTrace)) ? "x unified" : "closest");
        if (layouts.Any(layout => layout.Panel.Traces.Any(trace => trace is HistogramTrace)))
            json.WriteString("barmode", "overlay");
        for (var panel = 0; panel < layouts.Count; panel++)
        {
            var suffix = PlotlyFigure.Suffix(panel);
            PlotlyAxes.Write(json, layouts[panel], suffix);
            WriteLegend(json, layouts[panel], suffix);
        }

        PlotlyAnnotations.Write(json, layouts);
        json.WriteEndObject();
    }

    /// <summary>Writes a font as a member.</summary>
    public static void WriteFont(Utf8JsonWriter json, string name, double size, string color, string? family = null, int weight = 400)
    {
        json.WriteStartObject(name);
        json.WriteNumber("size", size);
        json.WriteString("color", color);
        if (family is not null)
            json.WriteString("family", family);
        if (weight != 400)
            json.WriteNumber("weight", weight);
        json.WriteEndObject();
    }

    private static void WriteLegend(Utf8JsonWriter json, PanelLayout layout, string suffix)
    {
        if (layout.Legend.Height == 0)
            return;

        json.WriteStartObject("legend" + suffix);
        json.WriteString("orientation", "h");
        json.WriteNumber("x", layout.PaperX(layout.Area.Box.X));
        json.WriteString("xanchor", "left");
        json.WriteNumber("y", layout.PaperY(layout.LegendTop + layout.Legend.Height + 5));
        json.WriteString("yanchor", "bottom");   // its own 5 pixels of padding lie below the text
        json.WriteString("bgcolor", "rgba(0,0,0,0)");
        json.WriteEndObject();
    }
}
