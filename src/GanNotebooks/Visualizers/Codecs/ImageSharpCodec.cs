using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Gif;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing.Processors.Quantization;

namespace GanNotebooks.Visualizers;

internal static partial class ImageCodec
{
    internal static IImageCodec Codec { get; } = new ImageSharpCodec();
}

/// <summary>PNG, JPEG and GIF by ImageSharp.</summary>
internal sealed class ImageSharpCodec : IImageCodec
{
    // One frame, no notes: orientation is read by ExifOrientation, for both stacks alike.
    private static readonly DecoderOptions OnlyPixels = new() { MaxFrames = 1, SkipMetadata = true };

    /// <inheritdoc/>
    public DecodedImage Decode(ReadOnlySpan<byte> file, ImageHeader header)
    {
        var kind = ImageHeader.IsPng(file) ? "PNG" : "JPEG";
        try
        {
            using var image = Image.Load<Rgba32>(OnlyPixels, file);
            if ((image.Width, image.Height) != (header.Width, header.Height)) throw new InvalidDataException($"damaged {kind} (it has two headers)");
            var rgba = new byte[4 * header.Width * header.Height];
            image.CopyPixelDataTo(rgba);
            return new DecodedImage(rgba, header.Width, header.Height);
        }
#pragma warning disable CA1031 // Damage leads its decoders to exceptions of a dozen types, null references among them.
        catch (Exception e) when (e is not (InvalidDataException or OutOfMemoryException))
#pragma warning restore CA1031
        {
            throw new InvalidDataException($"damaged {kind} ({(e is ImageFormatException ? e.Message : "its parts do not fit together")})", e);
        }
    }

    /// <inheritdoc/>
    public byte[] EncodePng(ReadOnlySpan<byte> pixels, int width, int height, int channels)
    {
        using var image = Of(pixels, width, height, channels);
        using var file = new MemoryStream();
        image.SaveAsPng(file, new PngEncoder { BitDepth = PngBitDepth.Bit8, ColorType = channels == 1 ? PngColorType.Grayscale : PngColorType.Rgb });
        return file.ToArray();
    }

    /// <inheritdoc/>
    public byte[] EncodeGif(IReadOnlyList<byte[]> frames, int width, int height, int channels, int hundredths)
    {
        using var animation = InFullColour(frames[0], width, height, channels);
        foreach (var frame in frames.Skip(1))
        {
            using var image = InFullColour(frame, width, height, channels);
            animation.Frames.AddFrame(image.Frames.RootFrame);
        }
        animation.Metadata.GetGifMetadata().RepeatCount = 0;      // for ever
        foreach (var note in animation.Frames.Select(frame => frame.Metadata.GetGifMetadata()))
        {
            note.FrameDelay = hundredths;
            note.DisposalMethod = GifDisposalMethod.RestoreToBackground;      // every frame whole, not its changes
        }
        // One colour number stays free: the encoder takes the 256th for transparency. The grey next to black is missed least.
        var colours = new GifPalette(channels).ToBytes().Chunk(3).Select(rgb => Color.FromRgb(rgb[0], rgb[1], rgb[2])).Distinct().ToList();
        if (colours.Count == 256) colours.RemoveAt(1);
        var nearest = new QuantizerOptions { Dither = null, ColorMatchingMode = ColorMatchingMode.Exact };
        using var file = new MemoryStream();
        animation.SaveAsGif(file, new GifEncoder { ColorTableMode = GifColorTableMode.Global, Quantizer = new PaletteQuantizer(colours.ToArray(), nearest) });
        return file.ToArray();
    }

    // With opacity, by which the encoder marks what it leaves out.
    private static Image<Rgba32> InFullColour(ReadOnlySpan<byte> pixels, int width, int height, int channels)
    {
        using var image = Of(pixels, width, height, channels);
        return image.CloneAs<Rgba32>();
    }

    private static Image Of(ReadOnlySpan<byte> pixels, int width, int height, int channels) => channels == 1
        ? Image.LoadPixelData<L8>(pixels, width, height)
        : Image.LoadPixelData<Rgb24>(pixels, width, height);
}
