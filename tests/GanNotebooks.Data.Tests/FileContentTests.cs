using System.Diagnostics;

namespace GanNotebooks.Data.Tests;

/// <summary>Files whose names do not say what they are, and what is said of those that are left out.</summary>
public sealed class FileContentTests : IDisposable
{
    private readonly ScratchFolder scratch = new();
    private readonly string folder;

    public FileContentTests()
    {
        folder = Directory.CreateDirectory(scratch.File("mixed")).FullName;
        Put("ok.png", Fixture.Read("rgb.png"));
    }

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("000001")]
    [InlineData("pic.png.1")]
    [InlineData("photo.jpg_w=640")]
    [InlineData("scan.dat")]
    [InlineData("really.gif")]
    public void A_picture_is_known_by_its_content(string name)
    {
        Put(name, Fixture.Read("rgb.png"));
        Put($"{name}-jpeg", Fixture.Read("baseline.jpg"));
        using var set = Open();
        Assert.Equal(3, set.Count);
        Assert.Null(set.Warning);
    }

    [Theory]
    [InlineData("1.pgm", "P5\n2 2\n255\n", "PGM is not read: convert it")]
    [InlineData("2", "P2 2 2 255 1 2 3 4", "PGM is not read: convert it")]
    [InlineData("3.ppm", "P6\n2 2\n255\n", "PPM is not read: convert it")]
    [InlineData("4", "GIF89a", "GIF is not read: convert it")]
    [InlineData("5.bin", "\u0001\u0002\u0003\u0004", "neither PNG nor JPEG")]
    [InlineData("6", "", "empty")]
    [InlineData("7.npy", "NUMPY", "")]
    [InlineData("8.svg", "<?xml version='1.0'?><svg/>", "SVG is not read")]
    [InlineData("9.zip", "PK\u0003\u0004", "a zip archive: unpack it")]
    [InlineData("10.heic", "\0\0\0\u0018ftypheic\0\0\0\0", "HEIC")]
    [InlineData(".hidden.txt", "text", "")]
    [InlineData("LICENSE", "You may copy it. é", "")]
    [InlineData("Party.md", "P5 is a party", "")]
    [InlineData("labels.csv", "a,b\n1,2\n", "")]
    [InlineData("__init__.py", "", "")]
    public void What_is_left_out_is_named_unless_it_is_text(string name, string content, string reason)
    {
        Put(name, System.Text.Encoding.UTF8.GetBytes(content));
        using var set = Open();
        Assert.Equal(1, set.Count);
        if (reason.Length == 0) Assert.Null(set.Warning);
        else Assert.Contains($"1 of 2 files are not used: {name} ({reason}", set.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hidden_picture_is_named()
    {
        Put(".b.png", Fixture.Read("rgb.png"));
        Put("._c.png", [0, 5, 22, 7, 0, 0]);
        using var set = Open();
        Assert.Equal("1 of 2 files are not used: .b.png (hidden: its name begins with a dot).", set.Warning);
    }

    [Fact]
    public void A_folder_of_what_is_not_read_says_so()
    {
        File.Delete(Path.Combine(folder, "ok.png"));
        Put("s1.pgm", "P5\n2 2\n255\n1234"u8.ToArray());
        Assert.Contains("s1.pgm (PGM is not read: convert it to PNG or JPEG)", Assert.Throws<InvalidDataException>(Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_are_not_utf8_are_counted_and_the_others_read()
    {
        if (!OperatingSystem.IsLinux()) return;      // elsewhere the file system allows no such names
        using (var shell = Process.Start("bash", ["-c", $"cd '{folder}' && cp ok.png \"$(printf 'caf\\xe9.png')\" && mkdir \"$(printf 'd\\xe9')\" && cp ok.png \"$(printf 'd\\xe9')\"/a.png"]))
        {
            Assert.True(shell.WaitForExit(TimeSpan.FromSeconds(60)));
            Assert.Equal(0, shell.ExitCode);
        }
        using (var set = Open())
        {
            Assert.Equal(1, set.Count);
            Assert.StartsWith("2 of 3 files are not used: ", set.Warning, StringComparison.Ordinal);
            Assert.Contains("its name is not UTF-8, and .NET cannot open it: rename it", set.Warning, StringComparison.Ordinal);
        }
        using var clean = Process.Start("bash", ["-c", $"rm -r '{folder}'/caf* '{folder}'/d*"]);
        clean.WaitForExit();
    }

    [Fact]
    public void A_long_name_of_the_folder_is_no_hindrance()
    {
        var name = new string('n', 200) + string.Concat(Enumerable.Repeat("ü", 20));
        Directory.Move(folder, scratch.File(name));
        using var set = ImageDatasets.Open(scratch.File(name), scratch.Root, new ImageOptions());
        Assert.Equal(1, set.Count);
    }

    private ImageDataset Open() => ImageDatasets.Open(folder, scratch.Root, new ImageOptions());

    private void Put(string name, byte[] content) => File.WriteAllBytes(Path.Combine(folder, name), content);
}
