using System.Buffers;
using System.Text;
using System.Text.Json;

namespace GanNotebooks.Visualizers;

/// <summary>Writes a figure in plotly's schema.</summary>
internal static class PlotlyFigure
{
    /// <summary>The payload of <c>application/vnd.plotly.v1+json</c>.</summary>
    public static string Render(Figure figure)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            PanelLayout[] layouts = [.. figure.Layouts()];
            json.WriteStartObject();
            json.WriteStartArray("data");
            for (var panel = 0; panel < layouts.Length; panel++)
            {
                foreach (var trace in layouts[panel].Panel.Traces)
                    WriteTrace(json, layouts[panel], trace, Suffix(panel));
            }

            json.WriteEndArray();
            PlotlyLayout.Write(json, figure, layouts);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>What plotly adds to the names of a panel's axes and legend: nothing, then 2, 3, …</summary>
    public static string Suffix(int panel) => panel == 0 ? "" : Numbers.Whole(panel + 1);

    private static void WriteTrace(Utf8JsonWriter json, PanelLayout layout, Trace trace, string suffix)
    {
        json.WriteStartObject();
        var listed = layout.Legend.Entries.FirstOrDefault(entry => ReferenceEquals(entry.Trace, trace)).Text;
        json.WriteText("name", listed ?? trace.Name);
        json.WriteBoolean("showlegend", listed is not null);
        if (listed is not null)
            json.WriteString("legend", "legend" + suffix);
        json.WriteString("xaxis", "x" + suffix);
        json.WriteString("yaxis", "y" + suffix);
        trace.WritePlotly(json, layout);
        json.WriteEndObject();
    }
}
