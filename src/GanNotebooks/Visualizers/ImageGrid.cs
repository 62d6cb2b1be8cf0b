using GanNotebooks.Charts;
using GanNotebooks.Data;
using TorchSharp;

namespace GanNotebooks.Visualizers;

/// <summary>Images side by side in rows: the usual way to look at a generator's samples.</summary>
[TypeFormatterSource(typeof(FormatterSource<ImageGrid>))]
public sealed class ImageGrid : IShown<ImageGrid>
{
    private const long MostBytes = 1L << 29;
    private readonly byte[] png;

    private ImageGrid(byte[] png, int width, int height, string summary) => (this.png, Width, Height, Summary) = (png, width, height, summary);

    /// <summary>The width in pixels.</summary>
    public int Width { get; }

    /// <summary>The height in pixels.</summary>
    public int Height { get; }

    /// <summary>What the picture shows, in one line.</summary>
    public string Summary { get; }

    /// <summary>The picture as a PNG file.</summary>
    public ReadOnlyMemory<byte> Png => png;

    /// <summary>Puts images into a grid.</summary>
    /// <param name="images">(N, C, H, W): float in [-1, 1], or uint8; C is 1 or 3.</param>
    /// <param name="columns">Images per row, at least 1.</param>
    /// <param name="scale">How many pixels wide and high one pixel of an image becomes, at least 1.</param>
    /// <param name="title">What the images are: appears above them, and in the text form.</param>
    /// <param name="rowLabels">What the rows are: one label for each, or one for every two, three, … of them.</param>
    /// <param name="columnLabels">What the columns are, one label for each.</param>
    /// <exception cref="ArgumentException">The tensor is not a batch of grey or RGB images, or the labels do not fit the rows or columns.</exception>
    public static ImageGrid Of(torch.Tensor images, int columns = 8, int scale = 2, string? title = null, IReadOnlyList<string>? rowLabels = null, IReadOnlyList<string>? columnLabels = null)
    {
        var (pixels, width, height, channels) = Paint(images, columns, scale, new GridWords(title, rowLabels ?? [], columnLabels ?? []));
        var summary = $"{title ?? "images"}: {images.shape[0]} images of {images.shape[3]}×{images.shape[2]} in {(images.shape[0] - 1) / columns + 1} rows";
        return new ImageGrid(ImageCodec.EncodePng(pixels, width, height, channels), width, height, summary);
    }

    /// <summary>Images as bytes, as image files store them.</summary>
    /// <param name="images">Of any shape: float in [-1, 1], clamped; or uint8.</param>
    /// <returns>Of the same shape, uint8, on the CPU.</returns>
    public static torch.Tensor Pixels(torch.Tensor images) => images.dtype == torch.uint8 ? images.cpu()
        : torch.WrappedTensorDisposeScope(() => ((images.to(torch.float32) + 1) * 127.5).round().clamp(0, 255).to(torch.uint8).cpu());

    /// <summary>The grid's pixels, row by row.</summary>
    internal static (byte[] Pixels, int Width, int Height, int Channels) Paint(torch.Tensor images, int columns, int scale, GridWords words)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 1);
        var shape = images.shape;
        if (shape is not [> 0, 1 or 3, > 0, > 0])
            throw new ArgumentException($"A grid takes images (N, C, H, W) with C 1 or 3, not ({string.Join(", ", shape)}).", nameof(images));
        var grid = new GridLayout(Bytes(images), (int)shape[0], (int)shape[1], (int)shape[2], (int)shape[3], Math.Min(columns, (int)shape[0]), scale, words).Checked();
        return grid.Bytes <= MostBytes ? (grid.Paint(), (int)grid.Width, (int)grid.Height, grid.Channels)
            : throw new ArgumentException($"A picture of {grid.Width:N0}×{grid.Height:N0} pixels is too large: put fewer images into it, or smaller ones.", nameof(images));
    }

    /// <summary>Writes the picture as a PNG file, completely or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => AtomicFile.Write(path, file => file.Write(png));

    /// <inheritdoc/>
    public override string ToString() => Summary;

    private static byte[] Bytes(torch.Tensor images)
    {
        using var scope = torch.NewDisposeScope();
        using var _ = torch.no_grad();
        return Pixels(images).contiguous().data<byte>().ToArray();
    }

    static IReadOnlyList<MimeFormatter<ImageGrid>> IShown<ImageGrid>.Forms =>
    [
        new("image/png", grid => Convert.ToBase64String(grid.Png.Span)),
        new("text/plain", grid => grid.Summary),
    ];
}
