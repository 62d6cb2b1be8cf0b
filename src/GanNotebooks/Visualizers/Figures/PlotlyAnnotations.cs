using System.Text.Json;

namespace GanNotebooks.Visualizers;

/// <summary>Writes for plotly what lies over the panels: titles, reference lines with their labels, "no data".</summary>
internal static class PlotlyAnnotations
{
    /// <summary>Writes the members <c>shapes</c> and <c>annotations</c>.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<PanelLayout> layouts)
    {
        json.WriteStartArray("shapes");
        for (var panel = 0; panel < layouts.Count; panel++)
        {
            foreach (var line in layouts[panel].Panel.Lines)
                WriteLine(json, line, PlotlyFigure.Suffix(panel));
        }

        json.WriteEndArray();
        json.WriteStartArray("annotations");
        for (var panel = 0; panel < layouts.Count; panel++)
        {
            var (layout, suffix) = (layouts[panel], PlotlyFigure.Suffix(panel));
            WriteTitle(json, layout);
            if (layout.Panel.IsEmpty)
                WriteNoData(json, suffix);
            foreach (var line in layout.Panel.Lines.Where(line => line.Label.Length > 0))
                WriteLabel(json, layout.Panel, line, suffix);
        }

        json.WriteEndArray();
    }

    private static void WriteLine(Utf8JsonWriter json, ReferenceLine line, string suffix)
    {
        var (along, across) = line.Horizontal ? ("x", "y") : ("y", "x");
        json.WriteStartObject();
        json.WriteString("type", "line");
        json.WriteString(along + "ref", $"{along}{suffix} domain");
        json.WriteNumber(along + "0", 0);
        json.WriteNumber(along + "1", 1);
        json.WriteString(across + "ref", across + suffix);
        json.WriteNumber(across + "0", line.Value);
        json.WriteNumber(across + "1", line.Value);
        json.WriteStartObject("line");
        json.WriteString("color", FigureStyle.FaintInk);
        json.WriteNumber("width", 1.2);
        json.WriteString("dash", "5px,4px");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteTitle(Utf8JsonWriter json, PanelLayout layout)
    {
        if (layout.Title.Length == 0)
            return;

        StartText(json, layout.Title, "paper", layout.PaperX(layout.Area.Box.X), "left", "paper", layout.PaperY(layout.TitleBaseline + 6), "bottom");
        PlotlyLayout.WriteFont(json, "font", FigureStyle.TitleFontSize, FigureStyle.Ink, weight: 600);
        json.WriteEndObject();
    }

    private static void WriteNoData(Utf8JsonWriter json, string suffix)
    {
        StartText(json, "no data", $"x{suffix} domain", 0.5, "center", $"y{suffix} domain", 0.5, "middle");
        PlotlyLayout.WriteFont(json, "font", 14, FigureStyle.FaintInk);
        json.WriteEndObject();
    }

    private static void WriteLabel(Utf8JsonWriter json, Panel panel, ReferenceLine line, string suffix)
    {
        // A shape takes a logarithmic axis' values, an annotation their logarithms.
        var place = (line.Horizontal ? panel.YAxis : panel.XAxis).Log ? Math.Log10(line.Value) : line.Value;
        if (line.Horizontal)
            StartText(json, line.Label, $"x{suffix} domain", 1, "right", "y" + suffix, place, "bottom");
        else
            StartText(json, line.Label, "x" + suffix, place, "left", $"y{suffix} domain", 1, "top");
        json.WriteNumber(line.Horizontal ? "xshift" : "yshift", line.Horizontal ? -4 : 0);
        PlotlyLayout.WriteFont(json, "font", FigureStyle.TickFontSize, FigureStyle.FaintInk);
        json.WriteEndObject();
    }

    private static void StartText(Utf8JsonWriter json, string text, string xRef, double x, string xAnchor, string yRef, double y, string yAnchor)
    {
        json.WriteStartObject();
        json.WriteText("text", text);
        json.WriteString("xref", xRef);
        json.WriteNumber("x", x);
        json.WriteString("xanchor", xAnchor);
        json.WriteString("yref", yRef);
        json.WriteNumber("y", y);
        json.WriteString("yanchor", yAnchor);
        json.WriteBoolean("showarrow", false);
    }
}
