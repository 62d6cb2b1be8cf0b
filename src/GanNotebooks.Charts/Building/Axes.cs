using Plotly.NET;

namespace GanNotebooks.Charts;

/// <summary>A chart's axes by their names, and the lines across them.</summary>
internal static class Axes
{
    /// <summary>The pairs of axes that traces use, such as x2 and y2; the first pair if there are no traces.</summary>
    public static (string X, string Y)[] Panels(this GenericChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        (string, string)[] pairs = [.. GenericChart.getTraces(chart)
            .Select(trace => (new Node(trace)["xaxis"].Text ?? "x", new Node(trace)["yaxis"].Text ?? "y")).Distinct()];
        return pairs.Length == 0 ? [("x", "y")] : pairs;
    }

    /// <summary>The layout's name for an axis: xaxis2 for x2.</summary>
    public static string Member(string axis) => $"{axis[0]}axis{axis[1..]}";

    /// <summary>Whether an axis is logarithmic.</summary>
    public static bool IsLog(DynamicObj.DynamicObj axis) => new Node(axis)["type"].Text == "log";

    /// <summary>A range for a logarithmic axis: the logarithms of its ends.</summary>
    /// <exception cref="ArgumentException">It is not positive.</exception>
    public static double[] Powers(Extent range) => range.Min > 0 ? [Math.Log10(range.Min), Math.Log10(range.Max)]
        : throw new ArgumentException($"A logarithmic axis cannot begin at {Numbers.Short(range.Min)}: choose a range above 0.");

    /// <summary>Keeps texts at their values on a vertical axis that becomes logarithmic: there, plotly expects logarithms.</summary>
    public static void TakePowers(this Layout layout, string axis)
    {
        foreach (var text in new Node(layout)["annotations"].Items.OfType<Plotly.NET.LayoutObjects.Annotation>())
        {
            var node = new Node(text);
            if (node["yref"].Text == axis && node["y"].Number is { } place) text.With(("y", place > 0 ? Math.Log10(place) : double.NaN));
        }
    }

    /// <summary>Adds a dashed line across a panel, and its label at its end.</summary>
    public static void AddReference(this Layout layout, string x, string y, double place, string label, bool horizontal)
    {
        var (across, along) = horizontal ? (y, x) : (x, y);
        layout.Add("shapes", new Plotly.NET.LayoutObjects.Shape().With(
            ("type", "line"), (along[0] + "ref", along + " domain"), (along[0] + "0", 0), (along[0] + "1", 1), (across[0] + "ref", across), (across[0] + "0", place), (across[0] + "1", place),
            ("line", new Line().With(("color", KitStyle.FaintInk), ("width", 1.2), ("dash", "5px,4px")))));
        if (label.Length == 0) return;
        // On a logarithmic axis a shape takes values, an annotation their logarithms.
        var value = layout.Properties.GetValueOrDefault(Member(across)) is DynamicObj.DynamicObj axis && IsLog(axis) ? Math.Log10(place) : place;
        layout.Add("annotations", new Plotly.NET.LayoutObjects.Annotation().With(
            ("text", label), ("showarrow", false), ("font", KitStyle.FontOf(KitStyle.TickFontSize, KitStyle.FaintInk)),
            ("xref", horizontal ? x + " domain" : x), ("x", horizontal ? 1 : value), ("xanchor", horizontal ? "right" : "left"), ("xshift", horizontal ? -4 : 4),
            ("yref", horizontal ? y : y + " domain"), ("y", horizontal ? value : 1), ("yanchor", horizontal ? "bottom" : "top")));
    }

    /// <summary>Adds an item to a list of the layout.</summary>
    public static void Add<T>(this Layout layout, string list, T item)
        where T : DynamicObj.DynamicObj => layout.With((list, new Node(layout)[list].Items.OfType<T>().Append(item).ToArray()));
}
