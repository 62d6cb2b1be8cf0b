
namespace GanNotebooks.Data.Tests;

public class HeadScansTests
{
    private static readonly (LabelledImages Scans, LabelledImages Masks) Drawn = HeadScans.DrawWithMasks(300, seed: 4);

    [Fact]
    public void A_mask_marks_a_lesion_exactly_where_the_label_says_there_is_one()
    {
        Assert.All(Enumerable.Range(0, 300), i => Assert.Equal(Drawn.Scans.Labels![i] == 1, Drawn.Masks[i].Contains((byte)255)));
        Assert.Equal(new byte[] { 0, 255 }, Drawn.Masks.Pixels.Distinct().Order());
        Assert.InRange(Drawn.Scans.Labels!.Count(label => label == 1), 90, 150);        // two in five
    }

    [Fact]
    public void Lesions_stand_out_and_lie_in_the_head()
    {
        for (var i = 0; i < 300; i++)
        {
            if (Drawn.Scans.Labels![i] == 0) continue;
            var (scan, mask) = (Drawn.Scans[i].ToArray(), Drawn.Masks[i].ToArray());
            var inside = Enumerable.Range(0, mask.Length).Where(p => mask[p] > 0).ToList();
            var light = inside.Average(p => scan[p]);
            var kind = Drawn.Scans.Attributes!.Of(i, "lesion");
            Assert.True(kind == "bright" ? light > 150 : light < 95, $"scan {i}, {kind}: {light}");        // tissue lies between
            Assert.All(inside, p => Assert.True(p % 64 is > 4 and < 60 && p / 64 is > 2 and < 62));
        }
    }

    [Fact]
    public void Every_scan_says_what_lesion_it_has_and_most_are_bright()
    {
        var kinds = Drawn.Scans.Attributes!.Of("lesion");
        Assert.Equal(Drawn.Scans.Labels!, kinds.Select(kind => Math.Min(kind, (byte)1)));
        Assert.InRange(kinds.Count(kind => kind == 1) / (double)kinds.Count(kind => kind > 0), 0.6, 0.8);
        Assert.Equal(kinds, Drawn.Masks.Attributes!.Of("lesion"));
    }

    [Fact]
    public void A_set_of_scans_that_is_opened_knows_their_lesions()
    {
        using var folder = new ScratchFolder();
        using var scans = ImageDatasets.Open("scans", folder.Root, count: 30, seed: 4).LabelBy("lesion");
        Assert.Equal(["none", "bright", "dark"], scans.ClassNames!);
        Assert.Equal(Drawn.Scans.Attributes!.Of("lesion")[..30].Select(kind => (long)kind), scans.Labels!.data<long>());
    }

    [Fact]
    public void The_same_scans_come_with_and_without_masks() => Assert.Equal(Drawn.Scans.Pixels, HeadScans.Draw(300, seed: 4).Pixels);
}
