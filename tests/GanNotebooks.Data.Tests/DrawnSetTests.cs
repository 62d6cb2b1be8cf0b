using System.Security.Cryptography;

namespace GanNotebooks.Data.Tests;

public class DrawnSetTests
{
    public static TheoryData<string> Names => [.. DrawnSet.All.Select(set => set.Name)];

    [Theory]
    [InlineData("faces", "E0FD02999A48CC53")]
    [InlineData("shapes", "EAF51B9648891D55")]
    [InlineData("scans", "E47E5F8DEDDE43AE")]
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
