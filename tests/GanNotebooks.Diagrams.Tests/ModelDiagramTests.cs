using System.Xml.Linq;
using GanNotebooks.Charts;
using GanNotebooks.Models;

namespace GanNotebooks.Diagrams.Tests;

public class ModelDiagramTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly GrowthStage Fading = new(32, 0.25);

    private static readonly Dictionary<string, (Func<ModelDiagram> Create, string[] Blocks)> All = new()
    {
        ["mlp g"] = (() => new MlpGenerator(64, [256, 128], [1, 28, 28], batchNorm: true).Diagram(), ["64", "256", "128", "1 × 28 × 28"]),
        ["mlp d"] = (() => new MlpDiscriminator([2], [128, 128], dropout: 0.3).Diagram(2), ["2", "128", "128", "1"]),
        ["dcgan g"] = (() => new DcganGenerator(28, featureMaps: 8).Diagram(), ["100", "16 × 7 × 7", "8 × 14 × 14", "1 × 28 × 28"]),
        ["dcgan g 64"] = (() => new DcganGenerator(64, 3, 100, 16).Diagram(), ["100", "128 × 4 × 4", "64 × 8 × 8", "32 × 16 × 16", "16 × 32 × 32", "3 × 64 × 64"]),
        ["dcgan d"] = (() => new DcganDiscriminator(28, featureMaps: 8).Diagram(1, 28, 28), ["1 × 28 × 28", "8 × 14 × 14", "16 × 7 × 7", "1"]),
        ["critic"] = (() => new WganCritic(32, 3, 8).Diagram(3, 32, 32), ["3 × 32 × 32", "8 × 16 × 16", "16 × 8 × 8", "32 × 4 × 4", "1"]),
        ["cgan g"] = (() => new ConditionalGenerator(10, 8, new DcganGenerator(28, featureMaps: 8)).Diagram(), ["92", "100", "16 × 7 × 7", "8 × 14 × 14", "1 × 28 × 28", "8"]),
        ["label map"] = (() => new LabelMapDiscriminator(10, 28, featureMaps: 8).Diagram(1, 28, 28), ["1 × 28 × 28", "2 × 28 × 28", "8 × 14 × 14", "16 × 7 × 7", "1", "784"]),
        ["projection"] = (() => new ProjectionDiscriminator(10, 28, featureMaps: 8).Diagram(1, 28, 28), ["1 × 28 × 28", "8 × 14 × 14", "16 × 7 × 7", "32", "1", "32"]),
        ["progan g 4"] = (() => new ProGanGenerator(32, featureMaps: 8).Diagram(), ["64", "8 × 4 × 4", "3 × 4 × 4"]),
        ["progan g"] = (() => new ProGanGenerator(32, featureMaps: 8) { Stage = Fading }.Diagram(), ["64", "8 × 4 × 4", "8 × 8 × 8", "8 × 16 × 16", "4 × 32 × 32", "3 × 32 × 32"]),
        ["progan c"] = (() => new ProGanCritic(32, featureMaps: 8) { Stage = Fading }.Diagram(3, 32, 32), ["3 × 32 × 32", "4 × 32 × 32", "4 × 32 × 32", "8 × 16 × 16", "8 × 8 × 8", "8 × 4 × 4", "8 × 4 × 4", "8", "1"]),
        ["progan c 256"] = (() => new ProGanCritic(256, featureMaps: 16) { Stage = GrowthStage.Whole(256) }.Diagram(3, 256, 256),
            ["3 × 256 × 256", "1 × 256 × 256", "1 × 256 × 256", "2 × 128 × 128", "2 × 128 × 128", "4 × 64 × 64", "4 × 64 × 64", "8 × 32 × 32", "8 × 32 × 32", "16 × 16 × 16", "16 × 8 × 8", "16 × 4 × 4", "16 × 4 × 4", "16", "1"]),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    private static ModelDiagram Of(string name) => All[name].Create();

    private static Flow Flow(string name) => Assert.Single(Of(name).Flows);

    private static string[] Texts(ModelDiagram diagram) => [.. diagram.Drawing.Words.Select(words => words.Text)];

    [Theory, MemberData(nameof(Names))]
    public void Every_network_has_its_blocks(string name)
    {
        var flow = Flow(name);
        Assert.Equal(All[name].Blocks, flow.Blocks.Concat(flow.Branches.Select(branch => branch.Block)).Select(block => block.Label));
    }

    [Theory, MemberData(nameof(Names))]
    public void The_picture_is_well_formed_and_shows_every_shape_once_a_block(string name)
    {
        var text = Of(name).ToSvg();
        var root = XDocument.Parse(text).Root!;
        Assert.Equal(Svg + "svg", root.Name);
        Assert.NotEmpty(root.Element(Svg + "title")!.Value);
        Assert.NotEmpty(root.Element(Svg + "desc")!.Value);
        Assert.Empty(root.Descendants(Svg + "script"));
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        Assert.Equal(All[name].Blocks.Length, root.Descendants(Svg + "g").Count(group => (string?)group.Attribute("class") == "block"));
        var shapes = root.Descendants(Svg + "text").Where(words => (string?)words.Attribute("font-weight") == "600").Skip(1).Select(words => words.Value);
        Assert.Equal(All[name].Blocks.Order(StringComparer.Ordinal), shapes.Order(StringComparer.Ordinal));
        Assert.All(root.Descendants(Svg + "text"), words => Assert.True((double)words.Attribute("font-size")! >= 10));
        Assert.True((double)root.Attribute("width")! <= 900, $"{root.Attribute("width")}");
    }

    [Theory, MemberData(nameof(Names))]
    public void No_words_lie_on_others_or_on_a_block_or_beyond_the_paper(string name)
    {
        var drawing = Of(name).Drawing;
        var boxes = drawing.Words.Select(words => (Name: words.Text, words.Box)).ToArray();
        foreach (var (i, a) in boxes.Index())
        {
            Assert.True(a.Box is { X: >= 0, Y: >= 0 } && a.Box.Right <= drawing.Width && a.Box.Bottom <= drawing.Height, $"{a} is not on the paper");
            Assert.All(boxes.Skip(i + 1), b => Assert.False(Overlap(a.Box, b.Box), $"{a} and {b} overlap"));
            Assert.All(drawing.Solids, solid => Assert.False(Overlap(a.Box, solid.Front with { Width = solid.Front.Width + solid.Depth, Y = solid.Front.Y - solid.Depth, Height = solid.Front.Height + solid.Depth }), $"{a} lies on a block"));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void No_arrow_crosses_words(string name)
    {
        var drawing = Of(name).Drawing;
        foreach (var arrow in drawing.Arrows)
            foreach (var (from, to) in arrow.Points.Zip(arrow.Points.Skip(1)))
            {
                var line = new Box(Math.Min(from.X, to.X), Math.Min(from.Y, to.Y), Math.Abs(from.X - to.X), Math.Abs(from.Y - to.Y));
                Assert.All(drawing.Words, words => Assert.False(Overlap(words.Box, line), $"an arrow crosses {words}"));
            }
    }

    [Fact]
    public void Arrows_name_the_layer_its_window_and_what_accompanies_it()
    {
        var texts = Texts(Of("dcgan g"));
        Assert.Equal(3, texts.Count(text => text == "ConvTranspose2d"));
        Assert.Equal(2, texts.Count(text => text == "4×4, stride 2"));
        Assert.Equal(2, texts.Count(text => text == "BatchNorm2d, ReLU"));
        Assert.Contains("7×7", texts);
        Assert.Contains("Tanh", texts);
        Assert.Contains("z", texts);
        Assert.Contains("sample", texts);
    }

    [Fact]
    public void Labels_enter_where_they_are_joined()
    {
        var joined = Assert.Single(Flow("cgan g").Branches);
        Assert.Equal((null, 1), (joined.From, joined.Into));
        Assert.Contains("Embedding of 10 classes", Texts(Of("cgan g")));
        var projected = Assert.Single(Flow("projection").Branches);
        Assert.Equal(4, projected.Into);
        Assert.Contains("inner product with φ(x)", Texts(Of("projection")));
    }

    [Fact]
    public void A_growing_network_is_drawn_with_its_newest_layers_and_stays_at_its_stage()
    {
        using var network = new ProGanGenerator(32, featureMaps: 8) { Stage = Fading };
        Assert.Empty(Assert.Single(network.Diagram().Flows).Branches);
        Assert.Equal(Fading, network.Stage);
    }

    [Fact]
    public void Larger_maps_are_higher_and_more_channels_wider()
    {
        var solids = Of("dcgan g 64").Drawing.Solids[1..];
        Assert.Equal(solids.Select(solid => solid.Front.Height).Order(), solids.Select(solid => solid.Front.Height));
        Assert.Equal(solids.Select(solid => solid.Front.Width).OrderDescending(), solids.Select(solid => solid.Front.Width));
    }

    [Fact]
    public void The_same_network_gives_the_same_picture_and_is_left_as_it_was()
    {
        using var network = new DcganDiscriminator(28, featureMaps: 4);
        Assert.Equal(network.Diagram(1, 28, 28).ToSvg(), network.Diagram(1, 28, 28).ToSvg());
        Assert.True(network.training);
        Assert.Equal("DcganDiscriminator: 1 × 28 × 28 → 4 × 14 × 14 (Conv2d 4×4, stride 2, LeakyReLU) → 8 × 7 × 7 (Conv2d 4×4, stride 2, BatchNorm2d, LeakyReLU) → 1 (Conv2d 7×7)", network.Diagram(1, 28, 28).ToString());
    }

    [Fact]
    public void A_kernel_is_offered_a_picture_and_words()
    {
        var types = new FormatterSource<ModelDiagram>().CreateTypeFormatters().Cast<MimeFormatter<ModelDiagram>>().ToArray();
        Assert.Equal(["image/svg+xml", "text/plain"], types.Select(type => type.MimeType));
        using var writer = new StringWriter();
        Assert.True(types[0].Format(Of("mlp d"), writer));
        Assert.Equal(Of("mlp d").ToSvg(), writer.ToString());
    }

    [Fact]
    public void A_file_is_an_svg()
    {
        var mistake = Assert.Throws<ArgumentException>(() => Of("mlp d").Save("network.png"));
        Assert.Contains("rename network.png", mistake.Message, StringComparison.Ordinal);
    }

    private static bool Overlap(Box a, Box b) => a.X < b.Right && b.X < a.Right && a.Y < b.Bottom && b.Y < a.Bottom;
}
