using GanNotebooks.Data;
using GanNotebooks.Data.Tests;
using GanNotebooks.Models;
using GanNotebooks.Visualizers;
using TorchSharp;

namespace GanNotebooks.Tests.Visualizers;

public class AnimationTests
{
    [Fact]
    public void An_animation_is_a_gif_of_its_frames()
    {
        var animation = Animation.Of([torch.zeros(2, 3, 4, 4), torch.ones(2, 3, 4, 4)], scale: 2, framesPerSecond: 20);
        var gif = animation.Gif.ToArray();
        Assert.Equal("GIF89a"u8.ToArray(), gif[..6]);
        Assert.Equal((2 + 2 * 10, 2 + 10), (animation.Width, animation.Height));
        Assert.Equal([22, 0, 12, 0], gif[6..10]);
        Assert.Equal((byte)';', gif[^1]);
        Assert.Equal("animation: 2 frames of 22×12", animation.ToString());
        Assert.Throws<ArgumentException>(() => Animation.Of([]));
        Assert.Throws<ArgumentException>(() => Animation.Of([torch.zeros(1, 1, 4, 4), torch.zeros(2, 1, 4, 4)]));
    }

    [Fact]
    public void A_walk_comes_back_to_where_it_began()
    {
        torch.manual_seed(1);
        using var generator = new MlpGenerator(4, [8], [1, 4, 4]);
        var walk = LatentWalk.Of(generator, torch.randn(3, 2, 4), framesBetween: 5);
        Assert.Contains("15 frames", walk.Summary, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => LatentWalk.Of(generator, torch.randn(3, 4)));
    }

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
        var frames = Enumerable.Range(0, 3).Select(i => ImageGrid.Paint(faces.Images[(8 * i)..(8 * i + 8)], 8, 1, new GridWords(null, [], []))).ToList();
        var gif = GifReader.Read(GifEncoding.Encode([.. frames.Select(frame => frame.Pixels)], frames[0].Width, frames[0].Height, 3, 7));
        foreach (var (expected, found) in frames.Zip(gif.Frames))
            Assert.InRange(expected.Pixels.Zip(found, (a, b) => Math.Abs(a - b)).Average(), 0.1, 4);
    }

    private static byte[] Noise(int bytes, int seed)
    {
        var pixels = new byte[bytes];
        new Random(seed).NextBytes(pixels);
        return pixels;
    }
}
