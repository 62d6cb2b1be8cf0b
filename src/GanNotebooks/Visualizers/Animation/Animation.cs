using System.Buffers.Binary;
using TorchSharp;

namespace GanNotebooks.Visualizers;

/// <summary>Pictures that move, as an animated GIF: a walk through latent space, or the time-lapse of a training.</summary>
[TypeFormatterSource(typeof(AnimationFormatterSource), PreferredMimeTypes = ["image/gif", "text/html", "text/plain"])]
public sealed class Animation
{
    private readonly byte[] gif;

    private Animation(byte[] gif, int width, int height, string summary) => (this.gif, Width, Height, Summary) = (gif, width, height, summary);

    /// <summary>Pixels from left to right.</summary>
    public int Width { get; }

    /// <summary>Pixels from top to bottom.</summary>
    public int Height { get; }

    /// <summary>What moves, in a line.</summary>
    public string Summary { get; }

    /// <summary>The animation as a GIF file.</summary>
    public ReadOnlyMemory<byte> Gif => gif;

    /// <summary>Makes an animation that repeats for ever.</summary>
    /// <param name="frames">Batches of images, (N, C, H, W) in [-1, 1] or uint8, all of one shape; each batch is one frame, a grid.</param>
    /// <param name="columns">Images a row, at least 1.</param>
    /// <param name="scale">How many pixels wide and high one pixel of an image becomes, at least 1.</param>
    /// <param name="framesPerSecond">In (0, 50].</param>
    /// <param name="title">What moves, for the text form.</param>
    /// <exception cref="ArgumentException">There are no frames, or they are not of one shape.</exception>
    public static Animation Of(IReadOnlyList<torch.Tensor> frames, int columns = 8, int scale = 2, double framesPerSecond = 10, string title = "animation")
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(framesPerSecond);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(framesPerSecond, 50);
        if (frames.Count == 0) throw new ArgumentException("An animation has at least one frame.", nameof(frames));
        if (frames.FirstOrDefault(frame => !frame.shape.SequenceEqual(frames[0].shape)) is { } other)
            throw new ArgumentException($"Frames of ({string.Join(", ", frames[0].shape)}) and ({string.Join(", ", other.shape)}): expected one shape.", nameof(frames));
        var pictures = frames.Select(frame => ImageGrid.Paint(frame, columns, scale)).ToArray();
        var (width, height, channels) = (pictures[0].Width, pictures[0].Height, pictures[0].Channels);
        var file = new MemoryStream();
        WriteHeader(file, width, height, new GifPalette(channels));
        foreach (var picture in pictures) WriteFrame(file, picture.Pixels, width, height, channels, (int)Math.Round(100 / framesPerSecond));
        file.WriteByte((byte)';');
        return new Animation(file.ToArray(), width, height, $"{title}: {frames.Count} frames of {width}×{height}");
    }

    /// <summary>Writes the animation as a GIF file, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => AtomicFile.Write(path, file => file.Write(gif));

    /// <inheritdoc/>
    public override string ToString() => Summary;

    private static void WriteHeader(Stream file, int width, int height, GifPalette palette)
    {
        file.Write("GIF89a"u8);
        WriteNumbers(file, width, height);
        file.Write([0xF7, 0, 0]);                                               // 256 colours for all frames
        file.Write(palette.ToBytes());
        file.Write([0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0]);        // repeat for ever
    }

    private static void WriteFrame(Stream file, byte[] pixels, int width, int height, int channels, int hundredths)
    {
        file.Write([0x21, 0xF9, 4, 0]);
        WriteNumbers(file, hundredths);
        file.Write([0, 0, (byte)',']);
        WriteNumbers(file, 0, 0, width, height);
        file.WriteByte(0);
        var palette = new GifPalette(channels);
        var indices = new byte[width * height];
        for (var i = 0; i < indices.Length; i++) indices[i] = palette.IndexOf(pixels.AsSpan(i * channels, channels));
        GifCompressor.Write(indices, file);
    }

    private static void WriteNumbers(Stream file, params ReadOnlySpan<int> numbers)
    {
        Span<byte> two = stackalloc byte[2];
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(two, checked((ushort)number));
            file.Write(two);
        }
    }
}
