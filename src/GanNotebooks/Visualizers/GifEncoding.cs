using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Gif;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing.Processors.Quantization;

namespace GanNotebooks.Visualizers;

/// <summary>Frames as an animated GIF file, packed by ImageSharp: greys exact, colours as the nearest of 6 reds by 7 greens by 6 blues.</summary>
/// <remarks>ImageSharp's own search for a near colour compares five bits a channel: greys would be off by 7. So it is given the colours' numbers, and the palette is put into the file.</remarks>
internal static class GifEncoding
{
    private const int Reds = 6, Greens = 7, Blues = 6, Colours = 256, PaletteAt = 13;

    /// <summary>Compresses frames to a file that repeats for ever.</summary>
    /// <param name="frames">At least one; each height·width·channels values 0 to 255, row by row.</param>
    /// <param name="width">Pixels a row, 1 to 65,535.</param>
    /// <param name="height">Rows, 1 to 65,535.</param>
    /// <param name="channels">1 for grey, 3 for red, green, blue.</param>
    /// <param name="hundredths">How long a frame stays, in hundredths of a second.</param>
    public static byte[] Encode(IReadOnlyList<byte[]> frames, int width, int height, int channels, int hundredths)
    {
        using var animation = Image.LoadPixelData(Numbers(frames[0], channels), width, height);
        foreach (var frame in frames.Skip(1)) animation.Frames.AddFrame(Numbers(frame, channels));
        animation.Metadata.GetGifMetadata().RepeatCount = 0;      // for ever
        foreach (var frame in animation.Frames)
        {
            var note = frame.Metadata.GetGifMetadata();
            note.FrameDelay = hundredths;
            note.DisposalMethod = GifDisposalMethod.RestoreToBackground;      // every frame whole, not its changes
        }
        var numbers = Enumerable.Range(0, Colours).Select(number => new Color(StandIn(number))).ToArray();
        using var file = new MemoryStream();
        animation.SaveAsGif(file, new GifEncoder { ColorTableMode = GifColorTableMode.Global, Quantizer = new PaletteQuantizer(numbers, new QuantizerOptions { Dither = null }) });
        var gif = file.ToArray();
        for (var number = 0; number < Colours; number++) Colour(number, channels).CopyTo(gif, PaletteAt + 3 * number);
        return gif;
    }

    private static Rgba32[] Numbers(byte[] pixels, int channels)
    {
        var numbers = new Rgba32[pixels.Length / channels];
        for (var i = 0; i < numbers.Length; i++)
        {
            var (red, green, blue) = (pixels[i * channels], pixels[i * channels + channels / 2], pixels[i * channels + channels - 1]);
            numbers[i] = StandIn(channels == 1 ? red : (Step(red, Reds) * Greens + Step(green, Greens)) * Blues + Step(blue, Blues));
        }
        return numbers;
    }

    // Far enough apart to be told from one another by five bits a channel.
    private static Rgba32 StandIn(int number) => new((byte)(number & 0xF0), (byte)(number << 4), 0);

    private static byte[] Colour(int number, int channels) => channels == 1 ? [(byte)number, (byte)number, (byte)number]
        : [Level(number / (Greens * Blues), Reds), Level(number / Blues % Greens, Greens), Level(number % Blues, Blues)];

    private static byte Level(int step, int steps) => (byte)Math.Min(255, (step * 255 + (steps - 1) / 2) / (steps - 1));

    private static int Step(byte value, int steps) => (value * (steps - 1) + 127) / 255;
}
