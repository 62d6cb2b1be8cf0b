using System.Net;
using GanNotebooks.Charts;
using GanNotebooks.Data;
using TorchSharp;

namespace GanNotebooks.Visualizers;

/// <summary>An animated GIF: a walk through latent space, or the time-lapse of a training.</summary>
[TypeFormatterSource(typeof(FormatterSource<Animation>))]
public sealed class Animation : IShown<Animation>
{
    private readonly byte[] gif;

    private Animation(byte[] gif, int width, int height, string summary) => (this.gif, Width, Height, Summary) = (gif, width, height, summary);

    /// <summary>The width in pixels.</summary>
    public int Width { get; }

    /// <summary>The height in pixels.</summary>
    public int Height { get; }

    /// <summary>What the animation shows, in one line.</summary>
    public string Summary { get; }

    /// <summary>The animation as a GIF file.</summary>
    public ReadOnlyMemory<byte> Gif => gif;

    /// <summary>Makes an animation that repeats for ever.</summary>
    /// <param name="frames">Batches of images, (N, C, H, W) in [-1, 1] or uint8, all of one shape; each batch is one frame, a grid.</param>
    /// <param name="columns">Images per row, at least 1.</param>
    /// <param name="scale">How many pixels wide and high one pixel of an image becomes, at least 1.</param>
    /// <param name="framesPerSecond">In (0, 50].</param>
    /// <param name="title">What the animation shows: appears above the images, and in the text form.</param>
    /// <param name="rowLabels">What the rows are: one label for each, or one for every two, three, … of them.</param>
    /// <exception cref="ArgumentException">There are no frames, or they are not of one shape.</exception>
    public static Animation Of(IReadOnlyList<torch.Tensor> frames, int columns = 8, int scale = 2, double framesPerSecond = 10, string? title = null, IReadOnlyList<string>? rowLabels = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(framesPerSecond);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(framesPerSecond, 50);
        if (frames.Count == 0) throw new ArgumentException("An animation has at least one frame.", nameof(frames));
        if (frames.FirstOrDefault(frame => !frame.shape.SequenceEqual(frames[0].shape)) is { } other)
            throw new ArgumentException($"Frames of ({string.Join(", ", frames[0].shape)}) and ({string.Join(", ", other.shape)}): expected one shape.", nameof(frames));
        var words = new GridWords(title, rowLabels ?? [], []);
        var pictures = frames.Select(frame => ImageGrid.Paint(frame, columns, scale, words)).ToArray();
        var (width, height, channels) = (pictures[0].Width, pictures[0].Height, pictures[0].Channels);
        var gif = GifEncoding.Encode([.. pictures.Select(picture => picture.Pixels)], width, height, channels, (int)Math.Round(100 / framesPerSecond));
        return new Animation(gif, width, height, $"{title ?? "animation"}: {frames.Count} frames of {width}×{height}");
    }

    /// <summary>Writes the animation as a GIF file, completely or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => AtomicFile.Write(path, file => file.Write(gif));

    /// <inheritdoc/>
    public override string ToString() => Summary;

    static IReadOnlyList<MimeFormatter<Animation>> IShown<Animation>.Forms =>
    [
        new("image/gif", animation => Convert.ToBase64String(animation.Gif.Span)),
        new("text/html", animation =>
            $"<img alt=\"{WebUtility.HtmlEncode(animation.Summary)}\" width=\"{animation.Width}\" style=\"image-rendering:pixelated\" src=\"data:image/gif;base64,{Convert.ToBase64String(animation.Gif.Span)}\">"),
        new("text/plain", animation => animation.Summary),
    ];
}
