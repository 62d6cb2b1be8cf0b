namespace GanNotebooks.Charts;

/// <summary>Reads box plots.</summary>
internal static class BoxReader
{
    private const double Filled = 0.7;   // plotly leaves 30 % between groups, and again between boxes

    /// <summary>Reads one trace.</summary>
    /// <param name="source">The trace as plotly has it.</param>
    /// <param name="index">Its number among the box plots beside each other.</param>
    /// <param name="count">How many box plots are beside each other.</param>
    public static BoxTrace Read(TraceSource source, int index, int count)
    {
        var (node, lies) = (source.Node, source.Lies);
        var (value, place) = lies ? (source.X, source.Y) : (source.Y, source.X);
        var values = value.Places(node[lies ? "x" : "y"]);
        var names = node[lies ? "y" : "x"];
        var places = names.Value is null ? [.. values.Select(_ => place.Place(source.Name))] : place.Places(names);
        var groups = values.Zip(places).Where(pair => Extent.CanDraw(pair.First) && !double.IsNaN(pair.Second)).GroupBy(pair => pair.Second)
            .Select(group => (group.Key + ((index - ((count - 1) / 2.0)) * Filled / count), group.Select(pair => pair.First).Order().ToArray()));
        var color = node["line"]["color"].Color ?? node["marker"]["color"].Color ?? source.Color;
        return new(source.Name, color, [.. groups], Filled * Filled / count, lies) { Fill = node["fillcolor"].Color ?? CssColor.Half(color) };
    }
}
