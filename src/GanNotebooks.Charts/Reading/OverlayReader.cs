namespace GanNotebooks.Charts;

/// <summary>Reads the shapes and texts over the traces.</summary>
/// <param name="layout">The chart's layout.</param>
/// <param name="axisOf">Finds an axis by its letter and its name, such as x2.</param>
/// <param name="undrawn">Collects the names of what cannot be drawn.</param>
internal sealed class OverlayReader(LayoutSource layout, Func<char, string?, AxisReader> axisOf, ICollection<string> undrawn)
{
    /// <summary>Reads lines, rectangles and ellipses.</summary>
    public IReadOnlyList<Shape> Shapes() => [.. layout.List("shapes", "shapedefaults").Select(Shape).OfType<Shape>()];

    /// <summary>Reads the texts.</summary>
    public IReadOnlyList<Annotation> Annotations() =>
        [.. layout.List("annotations", "annotationdefaults").Where(node => node["visible"].Flag != false).Select(Annotation)];

    private Shape? Shape(Node node)
    {
        var (kind, x, y) = (node["type"].Text ?? "rect", node["xref"].Text ?? "x", node["yref"].Text ?? "y");
        if (kind is not ("line" or "rect" or "circle"))
        {
            undrawn.Add($"shape {kind}");
            return null;
        }
        return new(kind, x, (Along(x, node["x0"], false), Along(x, node["x1"], false)), y, (Along(y, node["y0"], false), Along(y, node["y1"], false)),
            new(node["line"]["color"].Color ?? "#444444", node["line"]["width"].Number ?? 2, node["line"]["dash"].Text))
        {
            Fill = node["fillcolor"].Color ?? "none",
            Opacity = node["opacity"].Number ?? 1,
        };
    }

    private Annotation Annotation(Node node)
    {
        var (x, y, edge, arrow) = (node["xref"].Text ?? "x", node["yref"].Text ?? "y", node["yanchor"].Text ?? "middle", node["showarrow"].Flag != false);
        return new(node["text"].Text ?? "", x, Along(x, node["x"], true), y, Along(y, node["y"], true), node["font"].FontOr(layout.Font))
        {
            Side = node["xanchor"].Text ?? "center",
            Edge = edge,
            Shift = (node["xshift"].Number ?? 0, node["yshift"].Number ?? 0),
            Tail = arrow ? (node["ax"].Number ?? -10, node["ay"].Number ?? -30) : null,
            Ground = y != "paper" && (y.Length <= 3 || edge != "bottom") ? layout.All["plot_bgcolor"].Color ?? KitStyle.Background : null,   // over the data
            Bold = (node["font"]["weight"].Number ?? 400) > 500,
        };
    }

    // On a logarithmic axis shapes take values, annotations their logarithms.
    private double Along(string reference, Node place, bool powers) => reference == "paper" || reference.EndsWith("domain", StringComparison.Ordinal) ? place.Number ?? double.NaN
        : powers ? axisOf(reference[0], reference).PlaceOfPower(place.Value) : axisOf(reference[0], reference).Place(place.Value);
}
