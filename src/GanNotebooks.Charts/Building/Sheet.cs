using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace GanNotebooks.Charts;

/// <summary>Joins charts into one: each keeps its axes, as parts of the whole; its title and labels become texts of the whole.</summary>
/// <param name="width">The width in pixels.</param>
/// <param name="height">The height in pixels.</param>
internal sealed class Sheet(int width, int height)
{
    private readonly List<Plotly.NET.Trace> traces = [];
    private readonly Layout whole = new Layout().With(
        ("width", width), ("height", height), ("template", KitStyle.Template()),
        ("margin", new Margin().With(("l", 0), ("r", 0), ("t", 0), ("b", 0))));   // the axes' domains hold the margins
    private int panels;

    /// <summary>Adds a chart at a position, in its own size.</summary>
    /// <param name="chart">The chart; it stays as it is.</param>
    /// <param name="left">Pixels from the left.</param>
    /// <param name="top">Pixels from the top.</param>
    public void Add(GenericChart chart, double left, double top)
    {
        var layout = Parts.Copy(GenericChart.getLayout(chart));
        var (picture, node) = (ChartReader.Read(chart), new Node(layout));
        var (margins, reader) = (new PictureLayout(picture).Margins, new LayoutSource(layout));
        var (plotWidth, plotHeight) = (picture.Width - margins.Left - margins.Right, picture.Height - margins.Top - margins.Bottom);
        var names = chart.Panels().SelectMany(panel => (string[])[panel.X, panel.Y]).Distinct().ToDictionary(name => name, name => $"{name[0]}{Suffix(Number(name))}");
        foreach (var (old, name) in names)
        {
            var (domain, along) = (reader.DomainOf(old[0], old[1..]), (Func<double, double>)(old[0] == 'x' ? X : Y));
            if (node[Axes.Member(old)]["domain"].Numbers is [var start, var end]) domain = new(start, end);
            whole.With((Axes.Member(name), Renamed(layout.Part<LinearAxis>(Axes.Member(old)), names, "anchor", "scaleanchor", "overlaying")
                .With(("domain", new[] { along(domain.Min), along(domain.Max) }), ("anchor", names.GetValueOrDefault((old[0] == 'x' ? 'y' : 'x') + old[1..])))));
        }
        foreach (var text in node["annotations"].Items.OfType<Plotly.NET.LayoutObjects.Annotation>()) whole.Add("annotations", Moved(Renamed(text, names, "xref", "yref"), X, Y));
        foreach (var shape in node["shapes"].Items.OfType<Plotly.NET.LayoutObjects.Shape>()) whole.Add("shapes", Moved(Renamed(shape, names, "xref", "yref"), X, Y));
        if (picture.Title is { } title) AddTitle(title.Text, names, margins.Top - 29);   // as far from the upper edge as in a single chart
        AddTraces(chart, picture, names, X, Y);
        panels += chart.Panels().Length;

        int Number(string name) => panels + (name.Length == 1 ? 1 : (int)Node.NumberOf(name[1..]));

        double X(double part) => Math.Round((left + margins.Left + (part * plotWidth)) / width, 5);

        double Y(double part) => Math.Round(1 - ((top + margins.Top + ((1 - part) * plotHeight)) / height), 5);
    }

    /// <summary>The charts as one.</summary>
    public GenericChart Chart()
    {
        if (traces.All(trace => trace.type == "scatter" && new Node(trace)["mode"].Text?.StartsWith("lines", StringComparison.Ordinal) == true)) whole.With(("hovermode", "x unified"));
        if (traces.Any(trace => trace.type == "bar")) whole.With(("barmode", "overlay"));
        return Parts.Chart(traces, whole);
    }

    private static string Suffix(int number) => number == 1 ? "" : Numbers.Whole(number);

    private static T Renamed<T>(T part, Dictionary<string, string> names, params ReadOnlySpan<string> members)
        where T : DynamicObj.DynamicObj
    {
        foreach (var member in members)
        {
            if (new Node(part)[member].Text?.Split(' ', 2) is [var axis, .. var rest] && names.TryGetValue(axis, out var name)) part.With((member, string.Join(' ', [name, .. rest])));
        }
        return part;
    }

    private static T Moved<T>(T part, Func<double, double> x, Func<double, double> y)
        where T : DynamicObj.DynamicObj
    {
        var node = new Node(part);
        foreach (var (letter, along) in new[] { ("x", x), ("y", y) })
        {
            if (node[letter + "ref"].Text != "paper") continue;
            foreach (var member in new[] { letter, letter + "0", letter + "1" })
            {
                if (node[member].Number is { } place) part.With((member, along(place)));
            }
        }
        return part;
    }

    private void AddTitle(string text, Dictionary<string, string> names, double above) => whole.Add("annotations", new Plotly.NET.LayoutObjects.Annotation().With(
        ("text", Parts.Escaped(text)), ("showarrow", false), ("font", KitStyle.FontOf(KitStyle.TitleFontSize, KitStyle.Ink).With(("weight", 600))),
        ("xref", names.First(name => name.Key[0] == 'x').Value + " domain"), ("x", 0), ("xanchor", "left"),
        ("yref", names.First(name => name.Key[0] == 'y').Value + " domain"), ("y", 1), ("yanchor", "bottom"), ("yshift", Math.Round(above))));

    private void AddTraces(GenericChart chart, Picture picture, Dictionary<string, string> names, Func<double, double> x, Func<double, double> y)
    {
        var listed = picture.Legends.SelectMany(legend => legend.Traces).Select(trace => trace.Name).ToHashSet();
        var own = new Dictionary<string, string>();
        foreach (var trace in GenericChart.getTraces(chart).Select(Parts.Copy))
        {
            var node = new Node(trace);
            var axis = node["xaxis"].Text ?? "x";
            var shown = listed.Contains(node["name"].Text ?? "");
            var old = node["legend"].Text ?? "legend";
            if (shown && !own.ContainsKey(old))
            {
                own[old] = "legend" + names[axis][1..];
                var legend = picture.Legends.First(legend => legend.Traces.Any(each => each.Name == node["name"].Text));
                whole.With((own[old], KitStyle.Legend(x(legend.At.X), y(legend.At.Y))));
            }
            trace.With(("xaxis", names[axis]), ("yaxis", names[node["yaxis"].Text ?? "y"]), ("showlegend", shown), ("legend", shown ? own[old] : null));
            if (trace.type == "heatmap")
            {
                var bar = trace.Part<Plotly.NET.ColorBar>("colorbar");
                var (place, length) = (new Node(bar), new Node(bar)["len"].Number ?? 1);
                var middle = place["y"].Number ?? 0.5;
                bar.With(("x", x(place["x"].Number ?? 1)), ("y", y(middle)), ("len", Math.Round(y(middle + (length / 2)) - y(middle - (length / 2)), 5)));
            }
            traces.Add(trace);
        }
    }
}
