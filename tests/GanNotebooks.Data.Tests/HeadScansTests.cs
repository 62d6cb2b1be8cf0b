
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
            Assert.True(light is > 150 or < 95, $"scan {i}: {light}");        // tissue lies between
            Assert.All(inside, p => Assert.True(p % 64 is > 4 and < 60 && p / 64 is > 2 and < 62));
        }
    }

    [Fact]
    public void The_same_scans_come_with_and_without_masks() => Assert.Equal(Drawn.Scans.Pixels, HeadScans.Draw(300, seed: 4).Pixels);
}
