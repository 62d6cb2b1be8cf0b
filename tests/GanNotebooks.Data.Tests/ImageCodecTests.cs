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

    private static byte[] Noise(int channels, int seed)
    {
        var pixels = new byte[channels * Width * Height];
        new Random(seed).NextBytes(pixels);
        return pixels;
    }
}
