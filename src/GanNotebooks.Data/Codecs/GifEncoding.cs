using System.Runtime.InteropServices;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Gif;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing.Processors.Quantization;

namespace GanNotebooks.Data;

/// <summary>Encodes frames as an animated GIF file with ImageSharp: greys are exact, colours become the nearest of 256 that are chosen for this animation.</summary>
/// <remarks>ImageSharp's own search for a near colour compares five bits per channel, so greys would be off by 7. Therefore it is given the colours' numbers, and the palette is put into the file.</remarks>
internal static class GifEncoding
{
    private const int Colours = 256, PaletteAt = 13, SampleSide = 256, Bits = 6;

    /// <summary>Compresses frames to a file that repeats for ever.</summary>
    /// <param name="frames">At least one; each height·width·channels values 0 to 255, row by row.</param>
    /// <param name="width">The width in pixels, 1 to 65,535.</param>
    /// <param name="height">The height in pixels, 1 to 65,535.</param>
    /// <param name="channels">1 for grey, 3 for red, green, blue.</param>
    /// <param name="hundredths">How long a frame stays, in hundredths of a second.</param>
    public static byte[] Encode(IReadOnlyList<byte[]> frames, int width, int height, int channels, int hundredths)
    {
        var palette = channels == 1 ? [.. Enumerable.Range(0, Colours).Select(grey => new Rgb24((byte)grey, (byte)grey, (byte)grey))] : PaletteOf(frames);
        var nearest = new int?[1 << (3 * Bits)];
        using var animation = Image.LoadPixelData(Numbers(frames[0]), width, height);
        foreach (var frame in frames.Skip(1)) animation.Frames.AddFrame(Numbers(frame));
        animation.Metadata.GetGifMetadata().RepeatCount = 0;      // for ever
        foreach (var frame in animation.Frames)
        {
            var note = frame.Metadata.GetGifMetadata();
            note.FrameDelay = hundredths;
            note.DisposalMethod = GifDisposalMethod.RestoreToBackground;      // every frame is stored completely, not as changes
        }
        var numbers = Enumerable.Range(0, Colours).Select(number => new Color(StandIn(number))).ToArray();
        using var file = new MemoryStream();
        animation.SaveAsGif(file, new GifEncoder { ColorTableMode = GifColorTableMode.Global, Quantizer = new PaletteQuantizer(numbers, new QuantizerOptions { Dither = null }) });
        var gif = file.ToArray();
        MemoryMarshal.AsBytes(palette.AsSpan()).CopyTo(gif.AsSpan(PaletteAt));
        return gif;

        Rgba32[] Numbers(byte[] pixels) => channels == 1 ? Array.ConvertAll(pixels, grey => StandIn(grey))
            : Array.ConvertAll(MemoryMarshal.Cast<byte, Rgb24>(pixels).ToArray(), colour => StandIn(nearest[Cube(colour)] ??= NearestIn(palette, colour)));
    }

    /// <summary>The palette that replaces an animation's colours with the least error, from a sample of its pixels (Wu 1992).</summary>
    private static Rgb24[] PaletteOf(IReadOnlyList<byte[]> frames)
    {
        var (each, sample) = (frames[0].Length / 3, new Rgba32[SampleSide * SampleSide]);
        for (var i = 0; i < sample.Length; i++)
        {
            var at = (long)i * frames.Count * each / sample.Length;
            sample[i] = new Rgba32(0) { Rgb = MemoryMarshal.Cast<byte, Rgb24>(frames[(int)(at / each)])[(int)(at % each)], A = byte.MaxValue };
        }
        using var picture = Image.LoadPixelData(sample, SampleSide, SampleSide);
        using var quantizer = new WuQuantizer(new QuantizerOptions { MaxColors = Colours, Dither = null }).CreatePixelSpecificQuantizer<Rgba32>(Configuration.Default);
        using var quantized = quantizer.BuildPaletteAndQuantizeFrame(picture.Frames.RootFrame, picture.Bounds());
        var palette = new Rgb24[Colours];
        for (var i = 0; i < quantized.Palette.Length; i++) palette[i] = quantized.Palette.Span[i].Rgb;
        return palette;
    }

    private static int NearestIn(Rgb24[] palette, Rgb24 colour)
    {
        var (best, least) = (0, int.MaxValue);
        for (var i = 0; i < palette.Length; i++)
        {
            var (red, green, blue) = (palette[i].R - colour.R, palette[i].G - colour.G, palette[i].B - colour.B);
            var distance = red * red + green * green + blue * blue;
            if (distance < least) (best, least) = (i, distance);
        }
        return best;
    }

    // Colours with the same upper bits share one result.
    private static int Cube(Rgb24 colour) => (colour.R >> (8 - Bits) << (2 * Bits)) | (colour.G >> (8 - Bits) << Bits) | (colour.B >> (8 - Bits));

    // Far enough apart to differ in five bits per channel.
    private static Rgba32 StandIn(int number) => new((byte)(number & 0xF0), (byte)(number << 4), 0);
}
