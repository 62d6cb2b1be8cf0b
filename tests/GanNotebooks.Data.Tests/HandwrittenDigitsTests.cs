using System.Security.Cryptography;

namespace GanNotebooks.Data.Tests;

public class HandwrittenDigitsTests
{
    private const int Pixels = HandwrittenDigits.Size * HandwrittenDigits.Size;
    private static readonly LabelledImages Drawn = HandwrittenDigits.Draw(2000, seed: 11);

    [Fact]
    public void The_same_seed_draws_the_same_bytes_here_and_everywhere()
    {
        // Pinned: a change of this value is a change of every lesson's data.
        Assert.Equal("209845F4A00E4697CBEDC590D9B474791EA6E4577282F3E7832E3ECAC1BE2B75", Hash(HandwrittenDigits.Draw(100, seed: 42)));
    }

    [Fact]
    public void A_longer_draw_begins_with_the_shorter_one()
    {
        var shorter = HandwrittenDigits.Draw(37, seed: 11);
        Assert.Equal(shorter.Pixels, Drawn.Pixels[..shorter.Pixels.Length]);
        Assert.Equal(shorter.Labels!, Drawn.Labels![..37]);
    }

    [Fact]
    public void Seeds_and_images_differ()
    {
        Assert.NotEqual(Hash(HandwrittenDigits.Draw(100, seed: 1)), Hash(HandwrittenDigits.Draw(100, seed: 2)));
        Assert.Equal(Drawn.Count, Enumerable.Range(0, Drawn.Count).Select(i => Convert.ToHexString(Drawn[i])).Distinct().Count());
        Assert.Equal(HandwrittenDigits.DrawOne(4, seed: 9), HandwrittenDigits.DrawOne(4, seed: 9));
        Assert.NotEqual(HandwrittenDigits.DrawOne(4, seed: 9), HandwrittenDigits.DrawOne(4, seed: 10));
    }

    [Fact]
    public void Labels_are_balanced_and_shuffled()
    {
        Assert.All(Drawn.Labels!.CountBy(label => label), count => Assert.Equal(200, count.Value));
        Assert.All(HandwrittenDigits.Draw(25, seed: 1).Labels!.CountBy(label => label), count => Assert.InRange(count.Value, 2, 3));
        Assert.NotEqual(Drawn.Labels![..10], Drawn.Labels![10..20]);
        Assert.Equal(10, Drawn.Labels!.Chunk(10).Select(run => run[0]).Distinct().Count());
    }

    [Fact]
    public void Ink_fits_a_box_of_twenty_and_its_mass_is_centred()
    {
        for (var i = 0; i < Drawn.Count; i++)
        {
            var image = Drawn[i];
            var (mass, sumX, sumY, left, right, top, bottom) = (0d, 0d, 0d, 28, -1, 28, -1);
            for (var p = 0; p < Pixels; p++)
            {
                if (image[p] == 0) continue;
                var (x, y) = (p % 28, p / 28);
                (mass, sumX, sumY) = (mass + image[p], sumX + (x * image[p]), sumY + (y * image[p]));
                (left, right, top, bottom) = (Math.Min(left, x), Math.Max(right, x), Math.Min(top, y), Math.Max(bottom, y));
            }
            Assert.InRange(Math.Max(right - left, bottom - top) + 1, 18, 20);
            Assert.InRange(sumX / mass, 12.5, 15.5);
            Assert.InRange(sumY / mass, 12.5, 15.5);
        }
    }

    [Fact]
    public void Ink_is_as_heavy_and_as_grey_as_mnist()
    {
        var mean = Drawn.Pixels.Average(p => p);
        var deviation = Math.Sqrt(Drawn.Pixels.Average(p => (p - mean) * (p - mean)));
        Assert.InRange(mean, 31, 36);          // MNIST: 33.3
        Assert.InRange(deviation, 76, 82);     // MNIST: 78.6
        Assert.InRange(Drawn.Pixels.Average(p => p > 0 ? 1 : 0), 0.17, 0.21);    // MNIST: 0.191
        Assert.True(Drawn.Pixels.Distinct().Count() > 250);
        for (var i = 0; i < Drawn.Count; i++) Assert.InRange(Drawn[i].ToArray().Max(), 200, 255);
    }

    [Fact]
    public void A_digit_resembles_others_of_its_label_most()
    {
        var right = 0;
        for (var i = 1800; i < 2000; i++)
        {
            var nearest = Enumerable.Range(0, 1800).MinBy(other => SquaredDistance(Drawn[i], Drawn[other]));
            if (Drawn.Labels![nearest] == Drawn.Labels[i]) right++;
        }
        Assert.InRange(right, 170, 199);   // most of 200, yet not copies of each other
    }

    [Fact]
    public void Arguments_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => HandwrittenDigits.Draw(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => HandwrittenDigits.Draw(int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => HandwrittenDigits.DrawOne(10));
        Assert.Throws<ArgumentOutOfRangeException>(() => HandwrittenDigits.DrawOne(-1));
        Assert.Equal(0, HandwrittenDigits.Draw(0).Count);
    }

    private static int SquaredDistance(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var sum = 0;
        for (var p = 0; p < a.Length; p++) sum += (a[p] - b[p]) * (a[p] - b[p]);
        return sum;
    }

    private static string Hash(LabelledImages images) => Convert.ToHexString(SHA256.HashData([.. images.Pixels, .. images.Labels!]));
}
