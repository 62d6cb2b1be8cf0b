namespace GanNotebooks.Charts;

/// <summary>Reads lines, markers and texts.</summary>
internal static class ScatterReader
{
    /// <summary>Reads a trace.</summary>
    /// <param name="source">The trace as plotly has it.</param>
    /// <param name="font">The chart's font.</param>
    /// <param name="undrawn">Collects the names of what cannot be drawn.</param>
    public static ScatterTrace Read(TraceSource source, Font font, ICollection<string> undrawn)
    {
        var node = source.Node;
        var ys = node["y"].Value is null ? source.Steps('y', node["x"].Items.Count()) : source.Y.Places(node["y"]);
        var xs = node["x"].Value is not null ? source.X.Places(node["x"]) : node["x0"].Value is null && node["dx"].Value is null ? null : source.Steps('x', ys.Length);
        if (xs is not null && xs.Length != ys.Length) (xs, ys) = (xs[..Math.Min(xs.Length, ys.Length)], ys[..Math.Min(xs.Length, ys.Length)]);
        var mode = node["mode"].Text ?? (ys.Length < 20 ? "lines+markers" : "lines");
        var (line, mark) = (node["line"], node["marker"]);
        var color = line["color"].Color ?? mark["color"].Color ?? source.Color;
        NoteUndrawn(node, undrawn);
        var fill = node["fill"].Text;
        var markers = mode.Contains("markers", StringComparison.Ordinal) ? MarkersOf(mark, mark["color"].Color ?? color, source.Opacity) : null;
        return new(source.Name, mode.Contains("lines", StringComparison.Ordinal) ? color : markers?.Colors[0] ?? color, xs, ys)
        {
            Opacity = source.Opacity,
            Line = mode.Contains("lines", StringComparison.Ordinal) ? new(color, line["width"].Number ?? 2, line["dash"].Text) : null,
            Markers = markers,
            Labels = mode.Contains("text", StringComparison.Ordinal) && source.Texts(ys.Length) is { Length: > 0 } texts
                ? (texts, node["textposition"].Text ?? "middle center", node["textfont"].FontOr(font)) : null,
            Fill = fill is "tozeroy" or "tozerox" ? (node["fillcolor"].Color ?? CssColor.Half(color), fill == "tozerox") : null,
        };
    }

    private static Markers MarkersOf(Node mark, string usual, double opacity)
    {
        var bubbles = mark["size"].IsList;
        var reference = mark["sizeref"].Number ?? 1;
        double[] sizes = bubbles ? [.. mark["size"].Numbers.Select(size => mark["sizemode"].Text == "area" ? Math.Sqrt(size / reference) : size / reference)] : [mark["size"].Number ?? 6];
        var symbol = mark["symbol"];
        string[] symbols = symbol.IsList ? [.. symbol.Items.Select(item => Node.TextOf(item) ?? "")] : [symbol.Text ?? "circle"];
        var colors = TraceSource.Colors(mark, usual);
        var ring = (mark["line"]["width"].Number ?? 0) > 0 ? mark["line"]["color"].Color ?? "#444444" : null;
        return new(sizes.Length > 0 ? sizes : [6], colors, symbols.Length > 0 ? symbols : ["circle"], (mark["opacity"].Number ?? (bubbles ? 0.7 : 1)) * opacity, ring);
    }

    private static void NoteUndrawn(Node node, ICollection<string> undrawn)
    {
        if (node["fill"].Text is { } fill and not ("none" or "tozeroy" or "tozerox")) undrawn.Add($"fill {fill}");
        if (node["stackgroup"].Text is not null) undrawn.Add("stackgroup");
        if (node["line"]["shape"].Text is { } shape and not ("linear" or "spline")) undrawn.Add($"line shape {shape}");
        if (new[] { "error_x", "error_y" }.Any(error => node[error]["array"].Value is not null || node[error]["value"].Value is not null)) undrawn.Add("error bars");
    }
}
