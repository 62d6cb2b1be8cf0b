using GanNotebooks.Charts;
using GanNotebooks.Visualizers;
using Plotly.NET;
using Figure = GanNotebooks.Charts.Figure;

namespace GanNotebooks.Tests.Visualizers;

public sealed class ChartFileTests : IDisposable
{
    private static readonly GenericChart Loss = Figure.Lines("Loss", [new Series("a", [0.7, 0.6, double.NaN, 0.5])]);
    private static readonly GenericChart Samples = Figure.Scatter("Samples", [new Points("real", [0.0, 1, 2], [0.0, 1, -2])]);
    private readonly string folder = Directory.CreateTempSubdirectory("figure").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_name_decides_the_form_and_nothing_else_is_left()
    {
        var (svg, json) = (Path.Combine(folder, "plots", "loss.svg"), Path.Combine(folder, "plots", "loss.json"));

        Samples.Save(svg);
        Loss.Save(svg);
        Loss.Save(json);

        Assert.Equal(Loss.ToSvg(), File.ReadAllText(svg));
        Assert.Equal(GenericChart.toFigureJson(Loss), File.ReadAllText(json));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(folder, "plots")).Length);
    }

    [Fact]
    public void Another_ending_is_explained_and_writes_nothing()
    {
        var error = Assert.Throws<ArgumentException>(() => Loss.Save(Path.Combine(folder, "loss.png")));

        Assert.StartsWith("A chart is saved as .svg or .json, not \".png\"", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public void A_failed_save_leaves_no_part_behind()
    {
        Directory.CreateDirectory(Path.Combine(folder, "taken.svg"));

        Assert.ThrowsAny<SystemException>(() => Loss.Save(Path.Combine(folder, "taken.svg")));
        Assert.Empty(Directory.GetFiles(folder));
    }
}
