
namespace GanNotebooks.Data.Tests;

public class ColouredShapesTests
{
    private static readonly LabelledImages Shapes = ColouredShapes.Draw(500, seed: 2);

    [Fact]
    public void Captions_follow_the_grammar_and_come_back()
    {
        var captions = Enumerable.Range(0, Shapes.Count).Select(i => ColouredShapes.Caption(Shapes.Attributes!, i)).ToList();
        Assert.All(captions, caption => Assert.Equal(caption, ShapeScene.Parse(caption).ToString()));
        Assert.Matches("^a (small|large) [a-z]+ [a-z]+( (left of|right of|above|below) a (small|large) [a-z]+ [a-z]+)?$", captions[0]);
        Assert.Contains(captions, caption => caption.Contains("left of", StringComparison.Ordinal));
        Assert.True(captions.Distinct().Count() > 250);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a red circle")]
    [InlineData("a small red hexagon")]
    [InlineData("a small red circle beside a large blue square")]
    [InlineData("a small red circle left of")]
    [InlineData("a small red circle left of a large blue square above a small pink ring")]
    public void Other_captions_are_refused_with_the_grammar(string caption) =>
        Assert.Contains("small|large", Assert.Throws<FormatException>(() => ColouredShapes.DrawOne(caption)).Message, StringComparison.Ordinal);

    [Fact]
    public void What_a_caption_says_is_true_of_the_picture()
    {
        for (var i = 0; i < 400; i++)
        {
            var random = SplitMix64.For(77, i);
            var scene = ShapeScene.Draw(ref random);
            var places = ShapePainter.Arrange(scene, ref random);
            Assert.All(places, place => Assert.True(place.Centre.X - place.Radius >= 0 && place.Centre.X + place.Radius <= 32 && place.Centre.Y - place.Radius >= 0 && place.Centre.Y + place.Radius <= 32));
            if (scene.Second is null) continue;
            var (a, b) = (places[0], places[1]);
            var apart = ShapeWords.Relations[scene.Relation] switch
            {
                "left of" => b.Centre.X - a.Centre.X,
                "right of" => a.Centre.X - b.Centre.X,
                "above" => b.Centre.Y - a.Centre.Y,
                _ => a.Centre.Y - b.Centre.Y,
            };
            Assert.True(apart > a.Radius + b.Radius);
            Assert.Equal(scene.First.Size == 1, a.Radius > 5);
        }
    }

    [Fact]
    public void A_caption_can_be_drawn_in_its_colours()
    {
        var picture = ColouredShapes.DrawOne("a large red circle", seed: 3);
        var reds = Enumerable.Range(0, 1024).Count(p => picture[p] > 150 && picture[1024 + p] < 110 && picture[2048 + p] < 110);
        Assert.InRange(reds, 200, 450);      // π·9² to π·11.5²
    }

    [Fact]
    public void Pairs_show_the_same_scene_twice()
    {
        var (outlines, filled) = ColouredShapes.DrawPairs(30, seed: 5);
        Assert.Equal(outlines.Attributes!.Table, filled.Attributes!.Table);
        var (inked, filledToo) = (0, 0);
        for (var i = 0; i < 30; i++)
        {
            Assert.Equal(255, outlines[i][0]);
            Assert.Equal(filled[0][0], filled[i][0]);        // the paper is always the same
            for (var p = 0; p < 1024; p++)
            {
                if (Math.Min(outlines[i][p], Math.Min(outlines[i][p + 1024], outlines[i][p + 2048])) > 160) continue;
                inked++;
                if (Math.Abs(filled[i][p] - filled[i][0]) + Math.Abs(filled[i][p + 2048] - filled[i][2048]) > 20) filledToo++;
            }
        }
        Assert.True(inked > 600 && filledToo > 0.7 * inked, $"{filledToo} of {inked}");
    }
}
