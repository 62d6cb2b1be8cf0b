
namespace GanNotebooks.Data.Tests;

public class CartoonFacesTests
{
    private const int Plane = 64 * 64;
    private static readonly LabelledImages Faces = CartoonFaces.Draw(600, seed: 9);

    [Theory]
    [InlineData(32)]
    [InlineData(16)]
    [InlineData(8)]
    [InlineData(4)]
    public void Smaller_faces_are_the_same_faces_averaged_over_areas(int size)
    {
        var small = CartoonFaces.Draw(20, seed: 9, size);
        var factor = 64 / size;
        for (var i = 0; i < small.Pixels.Length; i++)
        {
            var (plane, y, x) = (i / (size * size), i / size % size, i % size);
            var sum = 0;
            for (var p = 0; p < factor * factor; p++) sum += Faces.Pixels[(plane * Plane) + (((y * factor) + (p / factor)) * 64) + (x * factor) + (p % factor)];
            Assert.Equal(sum / (double)(factor * factor), small.Pixels[i], 0.5);
        }
        Assert.Equal(Faces.Attributes!.Table[..140], small.Attributes!.Table);
    }

    [Fact]
    public void Attributes_have_names_and_every_value_occurs()
    {
        Assert.Equal(["skin", "hair", "hair colour", "glasses", "hat", "mouth", "background"], Faces.Attributes!.Columns.Select(column => column.Name));
        Assert.All(Faces.Attributes.Columns, column => Assert.Equal(column.Values.Count, Faces.Attributes.Of(column.Name).Distinct().Count()));
        Assert.Equal(Faces.Labels, Faces.Attributes.Of("hair"));
        Assert.Contains("there are skin, hair", Assert.Throws<ArgumentException>(() => Faces.Attributes.Of("beard")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("background", 2, 2, 18)]
    [InlineData("skin", 28, 41, 25)]
    public void An_attribute_is_seen_in_the_picture(string name, int x, int y, int tolerance)
    {
        // Nearly all faces of a value have its colour at a place that nothing else covers.
        foreach (var value in Faces.Attributes!.Columns.Single(column => column.Name == name).Values)
        {
            var seen = Enumerable.Range(0, Faces.Count).Where(i => Faces.Attributes.Of(i, name) == value).Select(i => Faces[i][(y * 64) + x]).Order().ToList();
            Assert.InRange(seen[seen.Count * 8 / 10] - seen[seen.Count * 2 / 10], 0, tolerance);
        }
    }

    [Fact]
    public void Sunglasses_darken_the_eyes()
    {
        double Light(string glasses) => Enumerable.Range(0, Faces.Count).Where(i => Faces.Attributes!.Of(i, "glasses") == glasses)
            .Average(i => Enumerable.Range(0, 63).Average(p => Faces[i][((32 + (p / 9)) * 64) + 22 + (p % 9)]));
        Assert.True(Light("sunglasses") + 40 < Light("none"));
    }
}
