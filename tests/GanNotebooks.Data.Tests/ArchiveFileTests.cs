using System.Formats.Tar;
using System.IO.Compression;
using GanNotebooks.Data.Downloads;

namespace GanNotebooks.Data.Tests;

public sealed class ArchiveFileTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("../outside.bin")]
    [InlineData("/tmp/outside.bin")]
    [InlineData("a/../../outside.bin")]
    [InlineData("a\\..\\outside.bin")]
    public void An_archive_that_names_places_outside_is_refused(string name)
    {
        Archives.Tar(scratch.File("a.tar.gz"), (name, new byte[3]));
        Archives.Zip(scratch.File("a.zip"), (name, new byte[3]));
        foreach (var path in new[] { scratch.File("a.tar.gz"), scratch.File("a.zip") })
        {
            var visited = 0;
            Assert.Contains("outside the archive", Assert.Throws<InvalidDataException>(() => ArchiveFile.Read(path, (_, _, _) => visited++)).Message, StringComparison.Ordinal);
            Assert.Equal(0, visited);
        }
    }

    [Fact]
    public void Links_and_devices_in_an_archive_are_passed_over()
    {
        using (var file = File.Create(scratch.File("links.tar.gz")))
        using (var packed = new GZipStream(file, CompressionLevel.Fastest))
        using (var tar = new TarWriter(packed))
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "link") { LinkName = "/etc/passwd" });
            tar.WriteEntry(new PaxTarEntry(TarEntryType.HardLink, "hard") { LinkName = "../secret" });
            tar.WriteEntry(new PaxTarEntry(TarEntryType.CharacterDevice, "device"));
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "file") { DataStream = new MemoryStream([1, 2]) });
        }
        var names = new List<string>();
        ArchiveFile.Read(scratch.File("links.tar.gz"), (name, _, _) => names.Add(name));
        Assert.Equal(["file"], names);
    }

    [Fact]
    public void An_archive_stops_at_its_limit()
    {
        Archives.Tar(scratch.File("bomb.tar.gz"), ("zeros", new byte[30 << 20]));
        Archives.Zip(scratch.File("bomb.zip"), ("a", new byte[3 << 20]), ("b", new byte[3 << 20]));
        Assert.InRange(new FileInfo(scratch.File("bomb.tar.gz")).Length, 1, 1 << 19);
        foreach (var path in new[] { scratch.File("bomb.tar.gz"), scratch.File("bomb.zip") })
        {
            var message = Assert.Throws<InvalidDataException>(() => ArchiveFile.Read(path, (_, _, content) => content.CopyTo(Stream.Null), mostBytes: 4 << 20)).Message;
            Assert.Contains("unpacks to more than 4,194,304 bytes", message, StringComparison.Ordinal);
        }
    }
}
