namespace GanNotebooks.Charts;

/// <summary>Reads heat maps and colour bars.</summary>
internal static class HeatMapReader
{
    /// <summary>Reads a trace, and its colour bar if it has one.</summary>
    /// <param name="source">The trace as plotly has it.</param>
    /// <param name="font">The chart's font.</param>
    public static (HeatMapTrace Map, ColorBar? Bar) Read(TraceSource source, Font font)
    {
        var node = source.Node;
        double[][] z = [.. node["z"].Nodes.Select(row => row.Numbers)];
        var (columns, values) = (z.Length == 0 ? 0 : z.Max(row => row.Length), HeatMapTrace.Values(z));
        var (x, y) = (Edges(source.X, node["x"], source.Steps('x', columns)), Edges(source.Y, node["y"], source.Steps('y', z.Length)));
        if (x.Min > x.Max) (x, z) = (new(x.Max, x.Min), [.. z.Select(row => row.Reverse().ToArray())]);
        if (y.Min > y.Max) (y, z) = (new(y.Max, y.Min), [.. z.Reverse()]);
        var scale = TraceSource.ScaleOf(node, [node["cmin"].Number ?? values.Min, node["cmax"].Number ?? values.Max], "z");
        var colors = TraceSource.ColorsOf(node);
        var bar = node["showscale"].Flag != false ? BarOf(node["colorbar"], colors, scale, font) : null;
        return (new(bar?.Label is { Length: > 0 } label ? label : node["name"].Text ?? "", z, x, y, scale, colors), bar);
    }

    /// <summary>Reads a colour bar.</summary>
    public static ColorBar BarOf(Node node, ColorScale colors, AxisScale scale, Font font)
    {
        var (length, at) = (node["len"].Number ?? 1, node["y"].Number ?? 0.5);
        var low = at - (length * node["yanchor"].Text switch { "bottom" => 0, "top" => 1, _ => 0.5 });
        return new(colors, scale, node["title"]["text"].Text ?? "")
        {
            X = node["x"].Number ?? 1.02,
            Height = new(low, low + length),
            Thickness = node["thickness"].Number ?? 30,
            Gap = node["xpad"].Number ?? 10,
            Font = node["tickfont"].FontOr(font),
        };
    }

    // Positions are the cells' middles or, if there is one more of them, their edges.
    private static Extent Edges(AxisReader axis, Node places, double[] steps)
    {
        var at = places.Value is null ? steps : axis.Places(places);
        if (at.Length == 0) return Extent.None;
        if (at.Length == steps.Length + 1) return new(at[0], at[^1]);
        var half = at.Length > 1 ? (at[^1] - at[0]) / (at.Length - 1) / 2 : axis.IsByName || steps.Length < 2 && places.Value is not null ? 0.5 : (steps[^1] - steps[0]) / Math.Max(1, steps.Length - 1) / 2;
        return new(at[0] - half, at[^1] + half);
    }
}
