using SixLabors.ImageSharp.PixelFormats;

namespace GanNotebooks.Data.Tests;

/// <summary>What the kit asks of its codecs.</summary>
public class ImageCodecTests
{
    private const int Width = 13, Height = 7;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_png_reads_back_to_the_bit(int channels)
    {
        var pixels = Noise(channels, 1);
        var file = ImageCodec.EncodePng(pixels, Width, Height, channels);
        Assert.Equal(new ImageHeader(Width, Height, IsGrey: channels == 1), ImageCodec.ReadHeader(file));
        using var picture = ImageCodec.Decode(file);
        for (var i = 0; i < Width * Height; i++)
            Assert.Equal(new Rgba32(pixels[i * channels], pixels[i * channels + channels / 2], pixels[i * channels + channels - 1]), picture[i % Width, i / Width]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_gif_holds_every_frame_in_the_nearest_colours(int channels)
    {
        byte[][] frames = [Noise(channels, 1), Noise(channels, 2), Noise(channels, 2), new byte[channels * Width * Height], Noise(channels, 3)];
        var gif = GifReader.Read(GifEncoding.Encode(frames, Width, Height, channels, 7));
        Assert.Equal((Width, Height), (gif.Width, gif.Height));
        Assert.Equal(0, gif.Repeats);
        Assert.Equal([7, 7, 7, 7, 7], gif.Hundredths);
        Assert.Equal(frames.Length, gif.Frames.Count);
        var mostOff = channels == 1 ? 0 : 26;       // six levels of red and blue: half a step
        foreach (var (expected, found) in frames.Zip(gif.Frames))
            for (var i = 0; i < found.Length; i++) Assert.InRange(Math.Abs(found[i] - expected[i * channels / 3]), 0, mostOff);
    }

    private static byte[] Noise(int channels, int seed)
    {
        var pixels = new byte[channels * Width * Height];
        new Random(seed).NextBytes(pixels);
        return pixels;
    }
}
