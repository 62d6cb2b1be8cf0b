using Plotly.NET;

namespace GanNotebooks.Charts;

/// <summary>The kit's look, as a template of plotly's: a chart made by the kit holds it once, and everything in it may be overridden.</summary>
internal static class KitStyle
{
    public const string Font = "system-ui,-apple-system,'Segoe UI',Roboto,'DejaVu Sans',Arial,sans-serif";
    public const string Background = "#ffffff";
    public const string Ink = "#24292f";
    public const string FaintInk = "#57606a";
    public const string Grid = "#e6e9ed";
    public const string AxisLine = "#8c959f";

    public const double FontSize = 12;
    public const double TickFontSize = 11;
    public const double TitleFontSize = 15;

    public const int TitlePad = 12;
    public const int ButtonsHeight = 26;

    public const double LineWidth = 1.6;
    public const double MarkerSize = 5;
    public const double BarOpacity = 0.45;
    public const double MarkerOpacity = 0.7;

    /// <summary>Okabe and Ito's colours (2008), which colour-blind people can tell apart; without yellow, which is hard to see on white.</summary>
    private static readonly string[] Colors = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#4d4d4d"];

    /// <summary>The colour of a figure's n-th named trace, from 0.</summary>
    public static string Color(int index) => Colors[index % Colors.Length];

    /// <summary>Whether a chart has the kit's look.</summary>
    public static bool IsOf(Layout layout) => new Node(layout)["template"]["layout"]["font"]["family"].Text == Font;

    /// <summary>The template, new for each chart: Plotly.NET may change it.</summary>
    public static Template Template() => new Template().With(
        ("layout", new Layout().With(
            ("font", FontOf(FontSize, Ink).With(("family", Font))),
            ("title", new Title().With(("x", 0), ("xref", "paper"), ("y", 1), ("pad", new Padding().With(("t", TitlePad))), ("font", FontOf(TitleFontSize).With(("weight", 600))))),
            ("xaxis", Axis().With(("tickangle", 0))),
            ("yaxis", Axis()))),
        ("data", new DynamicObj.DynamicObj().With(("heatmap", new[] { new DynamicObj.DynamicObj().With(("colorbar", ColorBar())) }))));

    /// <summary>A legend above the plot area, from left to right.</summary>
    public static Plotly.NET.LayoutObjects.Legend Legend(double x = 0, double y = 1) => new Plotly.NET.LayoutObjects.Legend().With(
        ("orientation", "h"), ("x", x), ("y", y), ("yanchor", "bottom"), ("bgcolor", "rgba(0,0,0,0)"));

    /// <summary>A font of a size and colour.</summary>
    public static Plotly.NET.Font FontOf(double size, string? color = null) => new Plotly.NET.Font().With(("size", size), ("color", color));

    private static Plotly.NET.LayoutObjects.LinearAxis Axis() => new Plotly.NET.LayoutObjects.LinearAxis().With(
        ("automargin", true), ("title", new Title().With(("standoff", 6), ("font", FontOf(FontSize)))), ("zeroline", false), ("gridcolor", Grid),
        ("showline", true), ("linecolor", AxisLine), ("ticks", "outside"), ("ticklen", 4), ("tickcolor", AxisLine), ("tickfont", FontOf(TickFontSize, FaintInk)));

    private static Plotly.NET.ColorBar ColorBar() => new Plotly.NET.ColorBar().With(
        ("x", 1), ("xpad", 14), ("ypad", 0), ("thickness", 14), ("outlinewidth", 0), ("ticks", "outside"), ("ticklen", 4), ("tickcolor", AxisLine),
        ("tickfont", FontOf(TickFontSize, FaintInk)), ("title", new Title().With(("side", "right"), ("font", FontOf(FontSize)))));
}
