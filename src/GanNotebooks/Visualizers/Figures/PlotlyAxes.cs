using System.Text.Json;

namespace GanNotebooks.Visualizers;

/// <summary>Writes a panel's axes for plotly.</summary>
internal static class PlotlyAxes
{
    /// <summary>Writes the members <c>xaxis</c> and <c>yaxis</c>.</summary>
    public static void Write(Utf8JsonWriter json, PanelLayout layout, string suffix)
    {
        var (area, box) = (layout.Area, layout.Area.Box);
        var equal = layout.Panel.EqualAxes && !area.XScale.Log && !area.YScale.Log;
        WriteAxis(json, "xaxis" + suffix, "y" + suffix, area.XScale, layout.XTicks, TextWidth.Fit(layout.Panel.XAxis.Label, FigureStyle.FontSize, box.Width), null);
        json.WritePair("domain", layout.PaperX(box.X), layout.PaperX(box.Right));
        json.WriteEndObject();
        WriteAxis(json, "yaxis" + suffix, "x" + suffix, area.YScale, layout.YTicks, TextWidth.Fit(layout.Panel.YAxis.Label, FigureStyle.FontSize, box.Height), equal ? "x" + suffix : null);
        json.WritePair("domain", layout.PaperY(box.Bottom), layout.PaperY(box.Y));
        json.WriteEndObject();
    }

    private static void WriteAxis(Utf8JsonWriter json, string name, string anchor, AxisScale scale, AxisTicks ticks, string label, string? equalTo)
    {
        json.WriteStartObject(name);
        json.WriteString("anchor", anchor);
        json.WriteString("type", scale.Log ? "log" : "linear");
        if (scale.Log)
            json.WritePair("range", Math.Log10(scale.Min), Math.Log10(scale.Max));
        else
            json.WritePair("range", scale.Min, scale.Max);
        if (equalTo is not null)
            json.WriteString("scaleanchor", equalTo);

        json.WriteStartObject("title");
        json.WriteText("text", label);
        json.WriteNumber("standoff", 6);
        PlotlyLayout.WriteFont(json, "font", FigureStyle.FontSize, FigureStyle.Ink);
        json.WriteEndObject();
        WriteTicks(json, scale, ticks);
        json.WriteString("gridcolor", FigureStyle.Grid);
        json.WriteBoolean("zeroline", false);
        json.WriteBoolean("showline", true);
        json.WriteString("linecolor", FigureStyle.AxisLine);
    }

    private static void WriteTicks(Utf8JsonWriter json, AxisScale scale, AxisTicks ticks)
    {
        switch (ticks.LogStep)
        {
            case null:
                json.WriteNumber("nticks", ticks.PlotlyCount);   // a count, not a step: zooming in shows finer ones
                break;
            case { Decades: > 0 } step:
                json.WriteNumber("dtick", step.Decades);
                break;
            case { } step:
                json.WriteString("dtick", step.Name);
                json.WriteString("tickformat", "~g");   // else plotly writes 2 and 5 without their power of ten
                break;
        }

        var largest = Math.Max(Math.Abs(scale.Min), Math.Abs(scale.Max));
        json.WriteString("exponentformat", ticks.LogStep is { Decades: > 0 } ? "power" : largest is >= 1 and < 1e15 ? "B" : "e");
        json.WriteNumber("tickangle", 0);
        json.WriteString("ticks", "outside");
        json.WriteNumber("ticklen", 4);
        json.WriteString("tickcolor", FigureStyle.AxisLine);
        PlotlyLayout.WriteFont(json, "tickfont", FigureStyle.TickFontSize, FigureStyle.FaintInk);
    }
}
