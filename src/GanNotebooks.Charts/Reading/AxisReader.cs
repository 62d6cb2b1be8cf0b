namespace GanNotebooks.Charts;

/// <summary>Reads an axis, and turns the values of traces into positions along it.</summary>
/// <param name="letter">x or y.</param>
/// <param name="suffix">Empty for the first axis, then 2, 3, …</param>
/// <param name="layout">The chart's layout, with its template.</param>
internal sealed class AxisReader(char letter, string suffix, LayoutSource layout)
{
    private readonly Node node = layout.Axis(letter, suffix);
    private readonly List<string> categories = [.. layout.Axis(letter, suffix)["categoryarray"].Items.Select(item => Node.TextOf(item) ?? "")];
    private bool? byName = layout.Axis(letter, suffix)["type"].Text switch { "category" or "multicategory" => true, "linear" or "log" => false, _ => null };

    public string Id { get; } = letter + suffix;

    public bool Log => node["type"].Text == "log";

    /// <summary>Whether it is an axis of names, not of numbers.</summary>
    public bool IsByName => byName ?? false;

    /// <summary>How many names it has so far.</summary>
    public int Names => categories.Count;

    /// <summary>Takes note of a trace's values for this axis: a first trace with names instead of numbers makes it an axis of names.</summary>
    public void See(Node values)
    {
        if (byName is not null || values.Value is double[]) return;
        object[] some = [.. values.Items.OfType<object>().Take(50)];
        if (some.Length > 0) byName = some.Count(item => item is not double and not float && double.IsNaN(Node.NumberOf(item))) > some.Length / 2;
    }

    /// <summary>The values' positions along the axis.</summary>
    public double[] Places(Node values) => IsByName ? [.. values.Items.Select(Place)] : values.Numbers;

    /// <summary>A value's position along the axis: that of a name, or the number itself.</summary>
    public double Place(object? value)
    {
        if (value is null) return double.NaN;
        if (!IsByName || value is not string and not DateTime && !double.IsNaN(Node.NumberOf(value)) && categories.Count > 0) return Node.NumberOf(value);
        var name = Node.TextOf(value) ?? "";
        if (!categories.Contains(name)) categories.Add(name);
        return categories.IndexOf(name);
    }

    /// <summary>A position for which plotly gives the logarithm on a logarithmic axis.</summary>
    public double PlaceOfPower(object? value) => Log && value is not null ? Math.Pow(10, Node.NumberOf(value)) : Place(value);

    /// <summary>The axis, after all traces are read.</summary>
    public Axis Read()
    {
        var ends = node["range"].Items.Select(PlaceOfPower).ToArray();
        var range = ends is [var first, var last] && first != last && Extent.CanDraw(first, Log) && Extent.CanDraw(last, Log) ? new Extent(Math.Min(first, last), Math.Max(first, last)) : default(Extent?);
        var texts = node["ticktext"].Items.ToArray();
        return new(Id, node["title"]["text"].Text ?? "")
        {
            Range = range,
            Log = Log,
            Reversed = range is not null ? ends[0] > ends[1] : node["autorange"].Text == "reversed",
            Categories = IsByName ? categories : null,
            Domain = node["domain"].Numbers is [var start, var end] ? new(start, end) : node["overlaying"].Text is { Length: > 1 } other && other != "free" ? layout.DomainOf(letter, other[1..]) : layout.DomainOf(letter, suffix),
            Opposite = node["side"].Text is "right" or "top",
            Look = Look(),
            Ticks = node["tickvals"].Items.Any()
                ? [.. node["tickvals"].Items.Select((value, i) => new Tick(Place(value), i < texts.Length ? Node.TextOf(texts[i]) ?? "" : Node.TextOf(value) ?? ""))] : null,
        };
    }

    private AxisLook Look()
    {
        var (font, shown) = (layout.Font, node["visible"].Flag != false);
        var secondary = node["overlaying"].Text is not null;
        return new()
        {
            Grid = shown && (node["showgrid"].Flag ?? !IsByName) && !secondary ? node["gridcolor"].Color ?? "#eeeeee" : null,
            Line = shown && node["showline"].Flag == true ? node["linecolor"].Color ?? "#444444" : null,
            Zero = shown && node["zeroline"].Flag != false && !secondary ? node["zerolinecolor"].Color ?? "#444444" : null,
            Ticks = shown && node["ticks"].Text is { Length: > 0 } ? node["tickcolor"].Color ?? "#444444" : null,
            Labelled = shown && node["showticklabels"].Flag != false,
            Label = node["tickfont"].FontOr(font),
            Standoff = node["title"]["standoff"].Number ?? 8,
            Title = node["title"]["font"].Or(node["titlefont"]).FontOr(font with { Size = font.Size * 1.2 }),
        };
    }
}
