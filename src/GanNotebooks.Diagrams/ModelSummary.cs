using System.Globalization;
using System.Net;
using System.Text;
using GanNotebooks.Charts;
using GanNotebooks.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanNotebooks.Diagrams;

/// <summary>A network as a table: its layers, the shapes of their outputs, their parameters and their cost.</summary>
/// <param name="Name">The network's name.</param>
/// <param name="Input">The shape of one input.</param>
/// <param name="Layers">The layers, in the order that the input passes them.</param>
[TypeFormatterSource(typeof(FormatterSource<ModelSummary>))]
public sealed record ModelSummary(string Name, long[] Input, IReadOnlyList<LayerSummary> Layers) : IShown<ModelSummary>
{
    private static readonly string[] Titles = ["layer", "type", "output", "parameters", "multiply-adds"];

    /// <summary>How many parameters the network has.</summary>
    public long Parameters => Layers.Sum(layer => layer.Parameters);

    /// <summary>How many multiply-add operations one sample costs.</summary>
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

    static IReadOnlyList<MimeFormatter<ModelSummary>> IShown<ModelSummary>.Forms =>
    [
        new("text/html", summary => summary.ToHtml()),
        new("text/plain", summary => summary.ToString()),
    ];
}

/// <summary>One line of a network's summary.</summary>
/// <param name="Name">The layer's path, such as <c>layers.0</c>.</param>
/// <param name="Type">What it is, such as <c>Conv2d</c>.</param>
/// <param name="Output">The shape of its output without the batch; null when the input did not pass it.</param>
/// <param name="Parameters">How many parameters it has.</param>
/// <param name="MultiplyAdds">How many multiply-add operations one sample costs.</param>
public sealed record LayerSummary(string Name, string Type, long[]? Output, long Parameters, long MultiplyAdds);

/// <summary>Summaries of networks.</summary>
public static class ModelSummaries
{
    /// <summary>A generator's layers, shapes, parameters and cost.</summary>
    /// <param name="generator">Run in evaluation mode and not changed.</param>
    /// <param name="sourceShape">The shape of an input image, (C, H, W), for a generator that translates images; else nothing.</param>
    public static ModelSummary Summary(this Models.Generator generator, params long[] sourceShape) => Of(NetworkPass.Of(generator, sourceShape));

    /// <summary>A discriminator's layers, shapes, parameters and cost.</summary>
    /// <param name="discriminator">Run in evaluation mode and not changed.</param>
    /// <param name="sampleShape">The shape of one sample, such as (C, H, W).</param>
    public static ModelSummary Summary(this Discriminator discriminator, params long[] sampleShape) => Of(NetworkPass.Of(discriminator, sampleShape));

    /// <summary>A network's layers, shapes, parameters and cost.</summary>
    /// <param name="network">Run in evaluation mode and not changed.</param>
    /// <param name="inputShape">The shape of one input, without the batch.</param>
    public static ModelSummary Summary(this nn.Module<Tensor, Tensor> network, params long[] inputShape) => Of(NetworkPass.Of(network, inputShape));

    private static ModelSummary Of(NetworkPass seen)
    {
        var order = seen.Passes.Select((pass, i) => (pass.Layer, i)).GroupBy(pass => pass.Layer).ToDictionary(group => group.Key, group => group.First().i);
        return new ModelSummary(seen.Network.GetName(), seen.Input, [.. seen.Layers
            .OrderBy(layer => order.GetValueOrDefault(layer.Layer, int.MaxValue))
            .Select(layer => Of(layer.Name, layer.Layer, seen.Passes.Where(pass => ReferenceEquals(pass.Layer, layer.Layer)).ToArray()))]);
    }

    private static LayerSummary Of(string name, nn.Module layer, LayerPass[] passes) => new(
        name, Kind(layer), passes.Length > 0 ? passes[^1].Output : null,
        layer.parameters(recurse: false).Sum(weight => weight.numel()),
        passes.Sum(pass => MultiplyAdds(layer, pass.Input, pass.Output)));

    /// <summary>A layer's name: for TorchSharp's layers their type, since some of them carry the names of others, and for the kit's their own name.</summary>
    internal static string Kind(nn.Module layer) => layer.GetType().Assembly == typeof(nn).Assembly ? layer.GetType().Name : layer.GetName();

    /// <summary>A layer multiplies each weight of a matrix or window once at every position of its output, or of its input when it is transposed.</summary>
    private static long MultiplyAdds(nn.Module layer, long[] input, long[] output)
    {
        if (layer is Embedding) return 0;       // it looks a row up
        var places = new Size((layer is ConvolutionTranspose ? input : output)[1..]).numel();
        return layer.parameters(recurse: false).Where(weight => weight.ndim > 1).Sum(weight => weight.numel()) * places;
    }
}
