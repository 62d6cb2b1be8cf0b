namespace GanNotebooks.Charts;

/// <summary>A trace to read.</summary>
/// <param name="node">Its members, with the template's as fallback.</param>
/// <param name="type">plotly's word for its kind.</param>
/// <param name="index">Its number in the chart, from 0.</param>
/// <param name="color">The colour that plotly would choose.</param>
/// <param name="x">Its horizontal axis.</param>
/// <param name="y">Its vertical axis.</param>
internal sealed class TraceSource(Node node, string type, int index, string color, AxisReader x, AxisReader y)
{
    public Node Node => node;

    public string Type => type;

    /// <summary>Its name, or plotly's for a trace without one.</summary>
    public string Name { get; } = node["name"].Text ?? $"trace {Numbers.Whole(index)}";

    public string Color => color;

    public AxisReader X => x;

    public AxisReader Y => y;

    public double Opacity => Node["opacity"].Number ?? 1;

    /// <summary>Whether the values lie along x.</summary>
    public bool Lies => Node["orientation"].Text == "h" || (Node["orientation"].Text is null && Node["y"].Value is null && Type == "box" && Node["x"].Value is not null)
        || (Node["orientation"].Text is null && Type == "histogram" && Node["x"].Value is null);

    /// <summary>The texts at the points: one each, none, or one for all.</summary>
    public string[] Texts(int count) => Node["text"] switch
    {
        { IsList: true } list => [.. list.Items.Select(item => Node.TextOf(item) ?? "")],
        { Text: { } text } => [.. Enumerable.Repeat(text, count)],
        _ => [],
    };

    /// <summary>Numbers from x0 (or 0) in steps of dx (or 1).</summary>
    public double[] Steps(char letter, int count) => [.. Enumerable.Range(0, count).Select(i => (Node[letter + "0"].Number ?? 0) + (i * (Node["d" + letter].Number ?? 1)))];

    /// <summary>The colours of markers: one for all or one each; numbers become colours by the scale beside them.</summary>
    public static string[] Colors(Node mark, string usual)
    {
        var color = mark["color"];
        if (!color.IsList) return [color.Color ?? usual];
        object[] items = [.. color.Items.OfType<object>()];
        if (items.Length == 0) return [usual];
        if (!items.All(item => item is IConvertible and not string)) return [.. items.Select(item => Node.ColorOf(item) ?? usual)];
        var (scale, colors) = (ScaleOf(mark, [.. items.Select(Node.NumberOf)]), ColorsOf(mark));
        return [.. items.Select(item => colors.At(scale.Fraction(Node.NumberOf(item))))];
    }

    /// <summary>The values of the first and the last colour.</summary>
    public static AxisScale ScaleOf(Node node, double[] values, string letter = "c")
    {
        var (min, max) = (node[letter + "min"].Number, node[letter + "max"].Number);
        var data = Extent.Of(values);
        return AxisScale.Around(new(min ?? data.Min, max ?? data.Max), false, 0, 0);
    }

    /// <summary>The colour scale for numbers.</summary>
    public static ColorScale ColorsOf(Node node)
    {
        var (scale, usual) = (node["colorscale"], ColorScale.Viridis);
        if (scale.Text is { } name && !scale.IsList) usual = NamedColorScales.Of(name);
        var stops = scale.Nodes.Select(stop => stop.Items.ToArray()).Where(stop => stop is [not null, _]).ToArray();
        if (stops.Length > 1 && stops.All(stop => CssColor.TryRead(Node.ColorOf(stop[1]), out _)))
            usual = new([.. stops.Select(stop => Node.NumberOf(stop[0]!))], [.. stops.Select(stop => CssColor.Read(Node.ColorOf(stop[1])))]);
        return node["reversescale"].Flag == true ? usual.Reversed() : usual;
    }
}
