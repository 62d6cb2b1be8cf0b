using System.Globalization;
using GanNotebooks.Charts;
using GanNotebooks.Models;

namespace GanNotebooks.Visualizers;

/// <summary>
/// A picture of growing networks at a stage: the generator, below it the critic; while new layers fade in, the old way and the new one with
/// their shares α and 1 − α. Karras et al. 2018, figure 2.
/// </summary>
[TypeFormatterSource(typeof(FormatterSource<GrowthDiagram>))]
public sealed class GrowthDiagram : IShown<GrowthDiagram>
{
    private readonly Diagram drawing;

    private GrowthDiagram(GrowthStage stage)
    {
        Stage = stage;
        var (generator, critic) = (GrowthFlow.Generator(stage), GrowthFlow.Critic(stage));
        drawing = Diagram.Stacked(ToString(),
            DiagramLayout.Draw(generator, "Generator", GrowthFlow.IsFading(stage) ? $"the {stage.Resolution} px layers fade in" : $"at {stage.Resolution} px", ModelDiagram.Words(generator)),
            DiagramLayout.Draw(critic, "Critic", GrowthFlow.IsFading(stage) ? "real images are faded with the same α" : "grows at the same time", ModelDiagram.Words(critic)));
    }

    /// <summary>What is drawn.</summary>
    public GrowthStage Stage { get; }

    internal Diagram Drawing => drawing;

    /// <summary>Draws a stage.</summary>
    /// <param name="stage">A resolution of 4, 8, 16, … and α from 0 to 1.</param>
    /// <exception cref="ArgumentException">The stage is no such.</exception>
    public static GrowthDiagram Of(GrowthStage stage) => new(Growth.Checked(stage, stage.Resolution));

    /// <summary>The picture as an SVG document without scripts, at most 900 pixels wide; several may stand in one page.</summary>
    public string ToSvg() => drawing.ToSvg();

    /// <summary>Writes the picture to a file.</summary>
    /// <param name="path">A name that ends in <c>.svg</c>; the file is replaced whole or not at all. Missing folders are made.</param>
    /// <exception cref="ArgumentException">The name ends otherwise.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => drawing.Save(path);

    /// <summary>The stage in words.</summary>
    public override string ToString() => GrowthFlow.IsFading(Stage)
        ? string.Create(CultureInfo.InvariantCulture, $"Generator and critic while {Stage.Resolution} px fade in: α = {Stage.Alpha:0.##} of the new layers, {1 - Stage.Alpha:0.##} of the old ones, enlarged")
        : $"Generator and critic at {Stage.Resolution} px";

    static IReadOnlyList<MimeFormatter<GrowthDiagram>> IShown<GrowthDiagram>.Forms =>
    [
        new("image/svg+xml", diagram => diagram.ToSvg()),
        new("text/plain", diagram => diagram.ToString()),
    ];
}
