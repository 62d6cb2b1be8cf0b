using System.Buffers.Binary;
using System.IO.Compression;
using GanNotebooks.Charts;
using GanNotebooks.Visualizers;
using TorchSharp;

namespace GanNotebooks.Tests.Visualizers;

public class ImageGridTests
{
    private const int PngHeader = 8, ChunkFrame = 12;

    /// <summary>Decodes a PNG of ours without the library that wrote it: filters 0 to 4, 8 bits.</summary>
    private static (int Width, int Height, int Channels, byte[] Pixels) Decode(ReadOnlySpan<byte> png)
    {
        int width = 0, height = 0, channels = 0;
        var packed = new MemoryStream();
        for (var at = PngHeader; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png[at..]);
            var kind = System.Text.Encoding.ASCII.GetString(png.Slice(at + 4, 4));
            var body = png.Slice(at + 8, length);
            if (kind == "IHDR") (width, height, channels) = (BinaryPrimitives.ReadInt32BigEndian(body), BinaryPrimitives.ReadInt32BigEndian(body[4..]), body[9] == 0 ? 1 : 3);
            if (kind == "IDAT") packed.Write(body);
            at += length + ChunkFrame;
        }
        packed.Position = 0;
        var raw = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionMode.Decompress)) zlib.CopyTo(raw);
        return (width, height, channels, Unfilter(raw.ToArray(), width * channels, height, channels));
    }

    private static byte[] Unfilter(byte[] raw, int stride, int height, int step)
    {
        var pixels = new byte[stride * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < stride; x++)
            {
                int a = x < step ? 0 : pixels[y * stride + x - step], b = y == 0 ? 0 : pixels[(y - 1) * stride + x], c = x < step || y == 0 ? 0 : pixels[(y - 1) * stride + x - step];
                int p = a + b - c, pa = Math.Abs(p - a), pb = Math.Abs(p - b), pc = Math.Abs(p - c);
                var predicted = raw[y * (stride + 1)] switch { 0 => 0, 1 => a, 2 => b, 3 => (a + b) / 2, _ => pa <= pb && pa <= pc ? a : pb <= pc ? b : c };
                pixels[y * stride + x] = (byte)(raw[y * (stride + 1) + 1 + x] + predicted);
            }
        }
        return pixels;
    }

    [Fact]
    public void Grey_images_stand_in_rows_with_a_gap_around_each()
    {
        var images = torch.tensor(new float[] { -1, 0, 1, 0.5f }, [2, 1, 1, 2]);
        var (width, height, channels, pixels) = Decode(ImageGrid.Of(images, columns: 2, scale: 1).Png.Span);
        Assert.Equal((10, 5, 1), (width, height, channels));
        Assert.Equal([255, 255, 0, 128, 255, 255, 255, 191, 255, 255], pixels[20..30]);
    }

    [Fact]
    public void Colours_and_enlargement_are_kept()
    {
        var image = torch.tensor(new byte[] { 10, 20, 30 }, [1, 3, 1, 1]);
        var (width, height, channels, pixels) = Decode(ImageGrid.Of(image, scale: 3).Png.Span);
        Assert.Equal((7, 7, 3), (width, height, channels));
        Assert.Equal([10, 20, 30], pixels[((3 * 7 + 3) * 3)..((3 * 7 + 4) * 3)]);
    }

    [Fact]
    public void A_last_row_may_be_short()
    {
        var grid = ImageGrid.Of(torch.zeros(5, 1, 4, 4), columns: 2, scale: 1);
        Assert.Equal((14, 20), (grid.Width, grid.Height));
    }

    [Fact]
    public void A_title_and_labels_stand_in_the_picture()
    {
        var images = torch.ones(4, 1, 20, 20);      // white on white: what is dark are the words
        bool Dark(ImageGrid grid, int left, int top, int width, int height)
        {
            var (stride, _, _, pixels) = Decode(grid.Png.Span);
            return Enumerable.Range(top, height).Any(y => pixels.AsSpan(y * stride + left, width).IndexOfAnyExceptInRange((byte)128, (byte)255) >= 0);
        }
        var plain = ImageGrid.Of(images, columns: 2);
        Assert.False(Dark(plain, 0, 0, plain.Width, plain.Height));

        var titled = ImageGrid.Of(images, columns: 2, title: "two rows");
        Assert.Equal((plain.Width, plain.Height + 15), (titled.Width, titled.Height));
        Assert.True(Dark(titled, 0, 0, titled.Width, 15));
        Assert.False(Dark(titled, 0, 15, titled.Width, plain.Height));

        var labelled = ImageGrid.Of(images, columns: 2, rowLabels: ["upper", "lower"], columnLabels: ["A", "B"]);
        var left = labelled.Width - plain.Width;
        Assert.InRange(left, 20, 60);
        Assert.True(Dark(labelled, 0, 15, left, plain.Height / 2) && Dark(labelled, 0, 15 + plain.Height / 2, left, plain.Height / 2));
        Assert.True(Dark(labelled, left, 0, plain.Width / 2, 15) && Dark(labelled, left + plain.Width / 2, 0, plain.Width / 2, 15));
        Assert.False(Dark(labelled, left, 15, plain.Width, plain.Height));
    }

    [Fact]
    public void A_label_stands_beside_all_the_rows_that_it_is_for()
    {
        var images = torch.ones(4, 1, 8, 8);
        Assert.Equal(ImageGrid.Of(images, columns: 1, rowLabels: ["a", "a"]).Width, ImageGrid.Of(images, columns: 1, rowLabels: ["a", "a", "a", "a"]).Width);
        Assert.Contains("3 row labels for 4 rows", Assert.Throws<ArgumentException>(() => ImageGrid.Of(images, columns: 1, rowLabels: ["a", "b", "c"])).Message, StringComparison.Ordinal);
        Assert.Contains("1 column labels for 2 columns", Assert.Throws<ArgumentException>(() => ImageGrid.Of(images, columns: 2, columnLabels: ["a"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_longer_than_the_picture_widen_it_and_longer_than_a_column_are_cut()
    {
        var image = torch.ones(1, 3, 8, 8);
        Assert.True(ImageGrid.Of(image, title: "a title of a good many words").Width > 100);
        Assert.Equal(ImageGrid.Of(image).Width, ImageGrid.Of(image, columnLabels: ["a label of a good many words, and 字"]).Width);
    }

    [Fact]
    public void What_is_no_batch_of_images_is_refused()
    {
        Assert.Contains("(N, C, H, W)", Assert.Throws<ArgumentException>(() => ImageGrid.Of(torch.zeros(2, 28, 28))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ImageGrid.Of(torch.zeros(2, 2, 4, 4)));
    }

    [Fact]
    public void Notebooks_get_a_picture_and_words()
    {
        var formatters = new FormatterSource<ImageGrid>().CreateTypeFormatters().Cast<MimeFormatter<ImageGrid>>().ToDictionary(f => f.MimeType);
        var grid = ImageGrid.Of(torch.zeros(2, 1, 2, 2), title: "zeros");
        var text = new StringWriter();
        Assert.True(formatters["image/png"].Format(grid, text));
        Assert.Equal(grid.Png.ToArray(), Convert.FromBase64String(text.ToString()));
        Assert.StartsWith("zeros: 2 images", grid.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_grid_beyond_an_array_is_refused()
    {
        using var image = torch.zeros(1, 1, 1024, 1024, dtype: torch.uint8);
        Assert.Contains("too large", Assert.Throws<ArgumentException>(() => ImageGrid.Of(image, scale: int.MaxValue / 1024)).Message, StringComparison.Ordinal);
    }
}
