using System.Xml.Linq;
using Plotly.NET;

namespace GanNotebooks.Charts.Tests.Reading;

/// <summary>Members of good charts replaced by what does not belong there.</summary>
public class FuzzTests
{
    private static readonly object?[] Junk =
    [
        null, "", "x", "paper", "log", "category", "circle", "x9", "y domain", -1, 0, 3, 1e300, -1e300, double.NaN, double.PositiveInfinity, true, false, new DateTime(2024, 1, 1),
        Array.Empty<double>(), new[] { 1.0 }, new[] { 1.0, 2 }, new[] { 5.0, 1 }, new[] { -1.0, 0, 1e-300 }, new[] { double.NaN, 1e308 }, new[] { "a", "b", "a" }, new object?[] { null, "1", 2, Array.Empty<int>() },
        new double[][] { [], [1, 2], [3] }, new Title(), new Marker2(), new object(), Color.fromString("no colour"), Color.fromColorScaleValues([1, 2]), Array.Empty<DynamicObj.DynamicObj>(),
    ];

    [Fact]
    public void Reading_and_drawing_never_throw()
    {
        var random = new Random(1);
        var charts = Gallery.Charts.Values.Concat(LearnersChartTests.All()).ToArray();
        for (var i = 0; i < 3000; i++)
        {
            var chart = charts[random.Next(charts.Length)];
            var (layout, traces) = (Parts.Copy(GenericChart.getLayout(chart)), GenericChart.getTraces(chart).Select(Parts.Copy).ToArray());
            var done = new List<string>();
            for (var n = random.Next(1, 5); n > 0; n--) done.Add(Spoil(traces.Length > 0 && random.Next(2) == 0 ? traces[random.Next(traces.Length)] : layout, random));
            try
            {
                Assert.NotNull(XDocument.Parse(Parts.Chart(traces, layout).ToSvg()));
            }
            catch (Exception e)
            {
                Assert.Fail($"{i}: {string.Join("; ", done)}: {e}");
            }
        }
    }

    private static string Spoil(DynamicObj.DynamicObj part, Random random)
    {
        while (true)
        {
            if (part.Properties.Count == 0 || random.Next(8) == 0) part.Properties[Names[random.Next(Names.Length)]] = 0;
            var (name, value) = part.Properties.ElementAt(random.Next(part.Properties.Count));
            if (value is DynamicObj.DynamicObj inner && random.Next(4) > 0)
            {
                part = inner;
                continue;
            }
            var junk = Junk[random.Next(Junk.Length)];
            part.Properties[name] = junk;
            return $"{part.GetType().Name}.{name} = {junk}";
        }
    }

    private static readonly string[] Names =
    [
        "x", "y", "z", "type", "range", "domain", "width", "height", "margin", "colorscale", "tickvals", "ticktext", "mode", "marker", "line", "size", "color", "orientation", "barmode",
        "nbinsx", "xbins", "scaleanchor", "constrain", "grid", "template", "legend", "showlegend", "xaxis", "yaxis", "title", "colorbar", "zmin", "zmax", "base", "text", "x0", "dx", "y0", "shapes", "overlaying", "side", "fill", "len", "bargap",
    ];

    private sealed class Marker2 : DynamicObj.DynamicObj;
}
