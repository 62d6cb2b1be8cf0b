using System.Xml.Linq;
using GanNotebooks.Models;

namespace GanNotebooks.Diagrams.Tests;

public class GrowthDiagramTests
{
    private static string[] Texts(GrowthStage stage) => [.. GrowthDiagram.Of(stage).Drawing.Words.Select(words => words.Text)];

    [Theory]
    [InlineData(4, 1, 6)]
    [InlineData(8, 1, 8)]
    [InlineData(16, 0.3, 12)]
    [InlineData(64, 0.5, 16)]
    [InlineData(1024, 0.5, 24)]
    public void The_picture_has_a_block_a_resolution_and_fits_a_notebook(long resolution, double alpha, int expected)
    {
        var root = XDocument.Parse(GrowthDiagram.Of(new(resolution, alpha)).ToSvg()).Root!;
        Assert.Equal(expected, root.Descendants().Count(element => (string?)element.Attribute("class") == "block"));
        Assert.True((double)root.Attribute("width")! <= 900);
    }

    [Fact]
    public void While_layers_fade_in_both_ways_bear_their_shares()
    {
        var texts = Texts(new(16, 0.3));
        Assert.Equal(2, texts.Count(text => text == "× α = 0.3"));
        Assert.Equal(2, texts.Count(text => text == "× (1 − α) = 0.7"));
        Assert.Equal(2, texts.Count(text => text == "toRGB"));
        Assert.Equal(2, texts.Count(text => text == "fromRGB"));
        Assert.DoesNotContain(Texts(GrowthStage.Whole(16)), text => text.Contains('α', StringComparison.Ordinal));
    }

    [Fact]
    public void The_first_resolution_has_nothing_to_fade_with() => Assert.DoesNotContain(Texts(new(4, 0.5)), text => text.Contains("(1 − α)", StringComparison.Ordinal));

    /// <summary>The drawn shapes are those of the networks themselves.</summary>
    [Fact]
    public void It_shows_what_the_networks_do()
    {
        using var generator = new ProGanGenerator(16, latentSize: 512, featureMaps: 4) { Stage = GrowthStage.Whole(16) };
        using var critic = new ProGanCritic(16, featureMaps: 4) { Stage = GrowthStage.Whole(16) };
        Assert.Equal(Sides(generator.Diagram()), Sides(GrowthDiagram.Of(generator.Stage), 0));
        Assert.Equal(Sides(GrowthDiagram.Of(critic.Stage), 1), Sides(critic.Diagram(3, 16, 16))
            .Where((side, i) => i is not (4 or 5)));        // the last convolutions are one arrow here
    }

    [Fact]
    public void A_stage_that_is_none_is_refused()
    {
        Assert.Throws<ArgumentException>(() => GrowthDiagram.Of(new(12, 1)));
        Assert.Throws<ArgumentException>(() => GrowthDiagram.Of(new(8, 1.5)));
    }

    private static long[] Sides(ModelDiagram diagram, int network = 0) => [.. diagram.Flows[network].Blocks.Select(block => block.Side)];
}
