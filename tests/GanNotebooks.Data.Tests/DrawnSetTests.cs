using System.Security.Cryptography;

namespace GanNotebooks.Data.Tests;

public class DrawnSetTests
{
    public static TheoryData<string> Names => [.. DrawnSet.All.Select(set => set.Name)];

    [Theory]
    [InlineData("faces", "E0FD02999A48CC53")]
    [InlineData("shapes", "EAF51B9648891D55")]
    [InlineData("scans", "E47E5F8DEDDE43AE")]
    [InlineData("textured-digits", "16E2A0FD49AA1CF1")]
    public void The_same_seed_draws_the_same_bytes_here_and_everywhere(string name, string hash) =>
        Assert.Equal(hash, Hash(Draw(name, 40, 42)));       // pinned: another value is another data set, so DrawnSet.Version must change too

    [Theory]
    [MemberData(nameof(Names))]
    public void A_longer_draw_begins_with_the_shorter_one_and_no_two_images_are_alike(string name)
    {
        var (shorter, longer) = (Draw(name, 20, 3), Draw(name, 60, 3));
        Assert.Equal(shorter.Pixels, longer.Pixels[..shorter.Pixels.Length]);
        Assert.Equal(shorter.Labels!, longer.Labels![..20]);
        Assert.Equal(60, Enumerable.Range(0, 60).Select(i => Convert.ToHexString(longer[i])).Distinct().Count());
        Assert.NotEqual(shorter.Pixels, Draw(name, 20, 4).Pixels);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_class_occurs_and_has_a_name(string name)
    {
        var drawn = Draw(name, 400, 7);
        Assert.All(drawn.Labels!, label => Assert.InRange(label, 0, (drawn.ClassNames?.Count ?? HandwrittenDigits.Classes) - 1));
        Assert.Equal(drawn.ClassNames?.Count ?? HandwrittenDigits.Classes, drawn.Labels!.Distinct().Count());
    }

    /// <summary>Each channel is |ground − ink|: full ink inverts the ground, and where there is no ink one sees it; the digits are the plain ones, at the same places.</summary>
    [Fact]
    public void Textured_digits_are_the_plain_ones_on_another_ground()
    {
        var (plain, textured) = (HandwrittenDigits.Draw(30, 5), TexturedDigits.Draw(30, 5));
        Assert.Equal(plain.Labels, textured.Labels);
        const int plane = HandwrittenDigits.Size * HandwrittenDigits.Size;
        for (var i = 0; i < 30; i++)
        {
            // Across the edge of full ink the ground hardly changes, so ground and inverted ground, side by side, sum to about 1.
            var sums = new List<int>();
            for (var at = 0; at < plane - 2; at++)
            {
                if (plain[i][at] != 0 || plain[i][at + 2] != 255) continue;
                for (var channel = 0; channel < 3; channel++) sums.Add(textured[i][channel * plane + at] + textured[i][channel * plane + at + 2]);
            }
            if (sums.Count > 0) Assert.InRange(sums.Order().ElementAt(sums.Count / 2), 205, 305);
        }
    }

    [Fact]
    public void Arguments_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CartoonFaces.Draw(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CartoonFaces.Draw(int.MaxValue));
        Assert.Contains("64, 32, 16, 8, 4", Assert.Throws<ArgumentOutOfRangeException>(() => CartoonFaces.Draw(1, size: 48)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => HeadScans.Draw(-5));
        Assert.Equal(0, HeadScans.Draw(0).Count);
    }

    private static LabelledImages Draw(string name, int count, long seed)
    {
        var set = DrawnSet.Find(name)!;
        return set.Draw(count, seed, set.Shape[1]);
    }

    private static string Hash(LabelledImages images) => Convert.ToHexString(SHA256.HashData([.. images.Pixels, .. images.Labels!]))[..16];
}
