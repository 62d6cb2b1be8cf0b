using System.Globalization;
using System.Net;
using System.Text;

namespace GanNotebooks.Visualizers;

/// <summary>A network as a table: its layers, the shapes of their outputs, what they learn and what they cost.</summary>
/// <param name="Name">The network's name.</param>
/// <param name="Input">The shape of one input.</param>
/// <param name="Layers">The layers, in the order that the input passes them.</param>
[TypeFormatterSource(typeof(ModelSummaryFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record ModelSummary(string Name, long[] Input, IReadOnlyList<LayerSummary> Layers)
{
    private static readonly string[] Titles = ["layer", "type", "output", "parameters", "multiply-adds"];

    /// <summary>How many numbers the network learns.</summary>
    public long Parameters => Layers.Sum(layer => layer.Parameters);

    /// <summary>How many multiplications with an addition one sample costs.</summary>
    public long MultiplyAdds => Layers.Sum(layer => layer.MultiplyAdds);

    /// <summary>The table as HTML.</summary>
    public string ToHtml()
    {
        var html = new StringBuilder("<table style=\"border-collapse:collapse;font:13px system-ui,sans-serif\">");
        html.Append("<caption style=\"text-align:left;padding:4px 0\">").Append(WebUtility.HtmlEncode(Heading)).Append("</caption>");
        Row(html, "th", Titles);
        foreach (var row in Rows()) Row(html, "td", row);
        return html.Append("</table>").ToString();
    }

    /// <summary>The table as text.</summary>
    public override string ToString()
    {
        string[][] lines = [Titles, .. Rows()];
        var widths = Enumerable.Range(0, Titles.Length).Select(column => lines.Max(line => line[column].Length)).ToArray();
        string Line(string[] cells) => string.Join("  ", cells.Select((cell, i) => IsNumber(i) ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]))).TrimEnd();
        return string.Join('\n', lines.Select(Line).Prepend(Heading));
    }

    private string Heading => $"{Name}: input {Shape(Input)}";

    /// <summary>The table line by line, each with name, type, output, parameters and multiply-adds; the sums come last.</summary>
    public IEnumerable<string[]> Rows() =>
        Layers.Select(layer => new[] { layer.Name, layer.Type, Shape(layer.Output), Number(layer.Parameters), Number(layer.MultiplyAdds) })
            .Append(["all", "", "", Number(Parameters), Number(MultiplyAdds)]);

    private static void Row(StringBuilder html, string tag, string[] cells)
    {
        html.Append("<tr>");
        for (var i = 0; i < cells.Length; i++)
            html.Append(CultureInfo.InvariantCulture, $"<{tag} style=\"padding:2px 10px;text-align:{(IsNumber(i) ? "right" : "left")}\">{WebUtility.HtmlEncode(cells[i])}</{tag}>");
        html.Append("</tr>");
    }

    private static bool IsNumber(int column) => column >= 3;

    private static string Shape(long[]? shape) => shape switch { null => "not used", [] => "1", _ => string.Join("×", shape) };

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
