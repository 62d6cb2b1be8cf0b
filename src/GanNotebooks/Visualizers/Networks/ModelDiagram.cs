using GanNotebooks.Charts;
namespace GanNotebooks.Visualizers;

/// <summary>
/// A picture of a network as papers draw it (Radford et al. 2016, figure 1): maps as blocks, as high as they are large and as deep as they have
/// channels, vectors as bars, and between them the layers that make the one of the other.
/// </summary>
/// <remarks>Which layer follows which is found out from the shapes that pass: see <see cref="ModelDiagrams"/>.</remarks>
[TypeFormatterSource(typeof(FormatterSource<ModelDiagram>))]
public sealed class ModelDiagram : IShown<ModelDiagram>
{
    private readonly Diagram drawing;
    private readonly string words;

    internal ModelDiagram(NetworkPass seen, string? title)
    {
        Flow = FlowTrace.Of(seen);
        Title = title ?? seen.Network.GetName();
        words = $"{Title}: {Words(Flow)}";
        drawing = DiagramLayout.Draw(Flow, Title, Size(seen), Words(Flow));
    }

    private ModelDiagram(ModelDiagram first, ModelDiagram second)
    {
        (Flow, Title, words) = (first.Flow, $"{first.Title} and {second.Title}", $"{first.words}\n{second.words}");
        drawing = Diagram.Stacked(Title, first.drawing, second.drawing);
    }

    /// <summary>The text above the picture.</summary>
    public string Title { get; }

    internal Flow Flow { get; }

    internal Diagram Drawing => drawing;

    /// <summary>This picture and another one below it, as one: a generator and its discriminator.</summary>
    /// <param name="other">What comes below.</param>
    public ModelDiagram Above(ModelDiagram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(this, other);
    }

    /// <summary>The picture as an SVG document without scripts, at most 900 pixels wide; several may stand in one page.</summary>
    public string ToSvg() => drawing.ToSvg();

    /// <summary>The network in words: shapes, and what leads from the one to the next.</summary>
    public override string ToString() => words;

    /// <summary>Writes the picture to a file.</summary>
    /// <param name="path">A name that ends in <c>.svg</c>; the file is replaced whole or not at all. Missing folders are made.</param>
    /// <exception cref="ArgumentException">The name ends otherwise.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => drawing.Save(path);

    private static string Size(NetworkPass seen)
    {
        var passed = seen.Passes.Select(pass => pass.Layer).ToHashSet();
        var (all, used) = (Parameters(seen.Layers), Parameters(seen.Layers.Where(layer => passed.Contains(layer.Layer))));
        return FormattableString.Invariant(used < all ? (FormattableString)$"{used:N0} of its {all:N0} parameters" : $"{all:N0} parameters");
    }

    private static long Parameters(IEnumerable<(string Name, TorchSharp.torch.nn.Module Layer)> layers) =>
        layers.Sum(layer => layer.Layer.parameters(recurse: false).Sum(weight => weight.numel()));

    /// <summary>Blocks and what leads to them, in a line.</summary>
    internal static string Words(Flow flow) => string.Join(" → ", flow.Blocks.Select((block, i) =>
        string.Concat(flow.Branches.Where(branch => branch.Into == i).Select(branch => $"[{Words(flow, branch)}] ")) + Words(block)));

    private static string Words(Flow flow, FlowBranch branch) => string.Join(" → ", [
        branch.From is { } from ? flow.Blocks[from].Label : "label",
        .. branch.Blocks.Select(Words),
        .. branch.Last.Select(step => step.Name)]);

    private static string Words(FlowBlock block) => block.Operations.Count == 0 ? block.Label : $"{block.Label} ({ArrowLabel.Line(block.Operations)})";

    static IReadOnlyList<MimeFormatter<ModelDiagram>> IShown<ModelDiagram>.Forms =>
    [
        new("image/svg+xml", diagram => diagram.ToSvg()),
        new("text/plain", diagram => diagram.ToString()),
    ];
}
