using System.Buffers.Binary;
using GanNotebooks.Data.Folders;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace GanNotebooks.Data.Tests;

public class PictureTests
{
    [Theory]
    [InlineData("rgb.png")]
    [InlineData("palette.png")]
    [InlineData("rgb16.png")]
    [InlineData("baseline.jpg")]
    [InlineData("progressive.jpg")]
    [InlineData("cmyk.jpg", 60)]
    [InlineData("exif-2.jpg")]
    [InlineData("exif-3.jpg")]
    [InlineData("exif-4.jpg")]
    [InlineData("exif-5.jpg")]
    [InlineData("exif-6.jpg")]
    [InlineData("exif-7.jpg")]
    [InlineData("exif-8.jpg")]
    public void Every_form_shows_the_same_picture(string name, int tolerance = 14)
    {
        var picture = Fit(name, 16);
        AssertColour(picture, 3, 3, (0, 255, 0), tolerance);
        AssertColour(picture, 12, 3, (255, 0, 0), tolerance);
        AssertColour(picture, 3, 12, (0, 0, 255), tolerance);
        AssertColour(picture, 12, 12, (0, 0, 255), tolerance);
    }

    [Theory]
    [InlineData("alpha.png")]
    [InlineData("palette-transparent.png")]
    public void Transparent_pixels_show_the_ground(string name)
    {
        var picture = Fit(name, 16, new Rgb(10, 20, 30));
        AssertColour(picture, 3, 3, (0, 255, 0), 3);
        AssertColour(picture, 8, 12, (10, 20, 30), 3);
    }

    [Fact]
    public void Sixteen_bits_become_eight()
    {
        var picture = Fit("grey16.png", 16);
        AssertColour(picture, 3, 3, (255, 255, 255), 0);
        AssertColour(picture, 12, 3, (128, 128, 128), 1);
        AssertColour(picture, 3, 12, (0, 0, 0), 0);
    }

    [Theory]
    [InlineData("grey.jpg", true)]
    [InlineData("grey16.png", true)]
    [InlineData("bilevel.png", true)]
    [InlineData("rgb.png", false)]
    [InlineData("palette.png", false)]
    [InlineData("cmyk.jpg", false)]
    public void A_header_tells_size_and_whether_there_is_colour(string name, bool isGrey) =>
        Assert.Equal(new ImageHeader(16, 16, isGrey), ImageCodec.ReadHeader(Fixture.Read(name)));

    [Fact]
    public void Shrinking_averages_areas_and_growing_interpolates()
    {
        static byte[] Steps(int size) => FitGrey(4, 4, size, (x, _) => (byte)(x * 40));
        Assert.Equal(new byte[] { 20, 100, 20, 100 }, Steps(2));
        Assert.Equal(new byte[] { 10, 60, 110 }, Steps(3)[..3]);       // ¾·0 + ¼·40, ½·40 + ½·80, ¼·80 + ¾·120
        Assert.Equal(new byte[] { 0, 10, 30, 50, 70, 90, 110, 120 }, Steps(8)[..8]);
        Assert.Equal(new byte[] { 0, 40, 80, 120 }, Steps(4)[..4]);
    }

    [Theory]
    [InlineData(640, 64)]
    [InlineData(641, 64)]
    [InlineData(100, 99)]
    [InlineData(7, 5)]
    public void Shrinking_weighs_every_pixel_by_its_share_of_the_area(int side, int size)
    {
        var random = new Random(side);
        var columns = new byte[side];
        random.NextBytes(columns);
        var fitted = FitGrey(side, side, size, (x, _) => columns[x]);
        for (var i = 0; i < size; i++)
        {
            var (from, to) = (i * (double)side / size, (i + 1) * (double)side / size);
            var mean = Enumerable.Range(0, side).Sum(x => columns[x] * Math.Max(0, Math.Min(to, x + 1) - Math.Max(from, x))) / (to - from);
            Assert.InRange(fitted[i], mean - 0.51, mean + 0.51);
        }
    }

    [Fact]
    public void Transparent_pixels_lend_no_colour_to_their_neighbours()
    {
        using var picture = new Image<Rgba32>(2, 2);
        picture[0, 0] = picture[0, 1] = new Rgba32(0, 200, 0);
        picture[1, 0] = picture[1, 1] = new Rgba32(255, 0, 255, 0);
        var target = new byte[3];
        PictureFit.Fit(picture, 1, new Rgb(100, 100, 100), target);
        Assert.Equal(new byte[] { 50, 150, 50 }, target);
    }

    [Theory]
    [InlineData(10, 4)]
    [InlineData(4, 10)]
    public void The_middle_of_a_long_picture_is_kept(int width, int height)
    {
        var middle = FitGrey(width, height, 1, (x, y) => (byte)((width > height ? x : y) is >= 3 and < 7 ? 200 : 0));
        Assert.Equal(200, middle[0]);
    }

    [Fact]
    public void What_is_no_picture_is_named()
    {
        Assert.Equal("neither PNG nor JPEG", Assert.Throws<InvalidDataException>(() => ImageCodec.Decode("hello"u8.ToArray())).Message);
        Assert.Contains("damaged PNG", Assert.Throws<InvalidDataException>(() => ImageCodec.Decode(Fixture.Read("rgb.png")[..60])).Message, StringComparison.Ordinal);
        Assert.Contains("damaged JPEG", Assert.Throws<InvalidDataException>(() => ImageCodec.Decode(Fixture.Read("baseline.jpg")[..500])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_that_promises_too_much_costs_no_memory()
    {
        var huge = Png(20_000, 20_000);
        var unlikely = Png(8000, 8000);
        foreach (var (file, says) in new[] { (huge, "67,108,864"), (unlikely, "damaged") })
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Contains(says, Assert.Throws<InvalidDataException>(() => ImageCodec.Decode(file)).Message, StringComparison.Ordinal);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        }
    }

    [Theory]
    [InlineData("white", 255, 255, 255)]
    [InlineData("black", 0, 0, 0)]
    [InlineData("#0a14FF", 10, 20, 255)]
    public void Colours_are_read(string text, byte red, byte green, byte blue) => Assert.Equal(new Rgb(red, green, blue), Rgb.Parse(text));

    [Theory]
    [InlineData("grey")]
    [InlineData("#12345")]
    [InlineData("#12345x")]
    public void Other_colours_are_refused(string text) => Assert.Throws<FormatException>(() => Rgb.Parse(text));

    private static byte[] Png(int width, int height)
    {
        var file = Fixture.Read("rgb.png");
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(20), height);
        PngChecksums.Repair(file);
        return file;
    }

    private static byte[] Fit(string name, int size, Rgb? ground = null)
    {
        var file = Fixture.Read(name);
        var target = new byte[3 * size * size];
        using var picture = ImageCodec.Decode(file);
        PictureFit.Fit(picture, size, ground ?? Rgb.White, target);
        return target;
    }

    private static byte[] FitGrey(int width, int height, int size, Func<int, int, byte> light)
    {
        using var picture = new Image<Rgba32>(width, height);
        for (var i = 0; i < width * height; i++)
        {
            var grey = light(i % width, i / width);
            picture[i % width, i / width] = new Rgba32(grey, grey, grey);
        }
        var target = new byte[size * size];
        PictureFit.Fit(picture, size, Rgb.White, target);
        return target;
    }

    private static void AssertColour(byte[] picture, int x, int y, (int Red, int Green, int Blue) expected, int tolerance)
    {
        Assert.InRange(picture[(y * 16) + x], expected.Red - tolerance, expected.Red + tolerance);
        Assert.InRange(picture[256 + (y * 16) + x], expected.Green - tolerance, expected.Green + tolerance);
        Assert.InRange(picture[512 + (y * 16) + x], expected.Blue - tolerance, expected.Blue + tolerance);
    }
}
