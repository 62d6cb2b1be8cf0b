namespace GanNotebooks.Data.Tests;

public class GifEncodingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_gif_holds_every_frame_in_the_nearest_colours(int channels)
    {
        const int Width = 13, Height = 7;
        byte[][] frames = [Noise(channels * Width * Height, 1), Noise(channels * Width * Height, 2), Noise(channels * Width * Height, 2), new byte[channels * Width * Height], Noise(channels * Width * Height, 3)];
        var gif = GifReader.Read(GifEncoding.Encode(frames, Width, Height, channels, 7));
        Assert.Equal((Width, Height), (gif.Width, gif.Height));
        Assert.Equal(0, gif.Repeats);
        Assert.Equal([7, 7, 7, 7, 7], gif.Hundredths);
        Assert.Equal(frames.Length, gif.Frames.Count);
        var mostOff = channels == 1 ? 0 : 26;       // six levels of red and blue: half a step
        foreach (var (expected, found) in frames.Zip(gif.Frames))
            for (var i = 0; i < found.Length; i++) Assert.InRange(Math.Abs(found[i] - expected[i * channels / 3]), 0, mostOff);
    }

    /// <summary>A fixed palette of 6×7×6 colours would be off by a dozen of 255 on average, which shows as blotches.</summary>
    [Fact]
    public void Faces_keep_their_colours()
    {
        using var scratch = new ScratchFolder();
        using var faces = ImageDatasets.Open("faces", scratch.File("datasets"), new ImageOptions { Count = 24 });
        var (height, width) = ((int)faces.SampleShape[1], (int)faces.SampleShape[2]);
        var frames = Enumerable.Range(0, 3).Select(i => faces.Images[(8 * i)..(8 * i + 8)].permute(0, 2, 3, 1).contiguous().data<byte>().ToArray()).ToList();       // eight faces below each other
        var gif = GifReader.Read(GifEncoding.Encode(frames, width, 8 * height, 3, 7));
        foreach (var (expected, found) in frames.Zip(gif.Frames))
            Assert.InRange(expected.Zip(found, (a, b) => Math.Abs(a - b)).Average(), 0.1, 4);
    }

    private static byte[] Noise(int bytes, int seed)
    {
        var pixels = new byte[bytes];
        new Random(seed).NextBytes(pixels);
        return pixels;
    }
}
