using Plotly.NET;

namespace GanNotebooks.Charts.Tests;

/// <summary>One chart of each kind, with the values that go wrong.</summary>
internal static class Gallery
{
    public static GenericChart Loss { get; } =
        Figure.Lines("Loss", [new("discriminator", [0.7, 0.6, double.NaN, 0.5]), new("generator", [0.8, 1.25, 1.5, 1.75])], yLabel: "loss")
            .WithHorizontalLine(Math.Log(2), "ln 2");

    public static GenericChart Samples { get; } =
        Figure.Scatter("Samples", [new("real", [0, 1, 2], [0, 1, -2]), new("fake", [0.5, double.NaN, 1], [1, 2, 3])], equalAxes: true);

    public static GenericChart Scores { get; } =
        Figure.Histogram("D(x)", [new("real", [0.9, 0.8, 1, 0.75]), new("fake", [0, 0.1, 0.3])], bins: 10, range: (0, 1));

    public static GenericChart Surface { get; } =
        Figure.HeatMap("Surface", new[,] { { 0, 0.25 }, { 0.5, 1 }, { double.NaN, 0.75 } }, (-1, 1), (0, 3), (0, 1), "D(x)")
            .WithPoints(new Points("real", [0, 0.5], [1, 2]));

    /// <summary>The chart in plotly's schema, as the package writes it.</summary>
    public static string Json(this GenericChart chart) => GenericChart.toFigureJson(chart);

    public static GenericChart Everything { get; } = Figure.SideBySide(Loss, Samples, Scores, Surface);

    public static IReadOnlyDictionary<string, GenericChart> Charts { get; } = new Dictionary<string, GenericChart>
    {
        ["loss"] = Loss,
        ["samples"] = Samples,
        ["scores"] = Scores,
        ["surface"] = Surface,
        ["everything"] = Everything,
        ["log"] = Figure.Lines("Norm", [new("‖∇D‖", [0, -1, 1e-5, 3, 1e4]), new("b", [1, double.NaN, 1])]).WithLogY().WithVerticalLine(2, "16 × 16"),
        ["log bars"] = Figure.Histogram("Log", [new("a", [1, 1, 1, 2])], bins: 4).WithLogY(),
        ["empty"] = Figure.Lines("Nothing yet", [new("a", (double[])[])]),
        ["no series"] = Figure.Scatter("", []),
        ["no values"] = Figure.Histogram("Nothing", [new("a", [double.NaN])]),
        ["no cells"] = Figure.HeatMap("Nothing", new double[0, 4], (0, 1), (0, 1)),
        ["all gaps"] = Figure.HeatMap("Gaps", new[,] { { double.NaN } }, (0, 1), (0, 1)),
        ["one point"] = Figure.Lines("One", [new("a", [0.5])]),
        ["constant"] = Figure.Lines("Constant", [new("a", [2e-4, 2e-4, 2e-4])]),
        ["huge"] = Figure.Lines("Huge", [new("a", [-1e308, -1e299, 1e299, double.MaxValue])]),
        ["tiny"] = Figure.Lines("A title that is far too long for so small a figure", [new("a very long name indeed", [1, 2]), new("b", [2, 1])]).WithSize(100, 100),
        ["zoomed"] = Figure.Lines("Zoomed", [new("a", [1, 2, 3e9, 4])]).WithXRange(0.5, 1.5).WithYRange(0, 5),
    };
}
