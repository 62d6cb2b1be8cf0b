using System.Diagnostics;
using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using GanNotebooks.Data.Downloads;
using GanNotebooks.Data.Folders;
using TorchSharp;

namespace GanNotebooks.Data.Tests;

/// <summary>Damaged files of every kind that is read: each is taken or refused with a reason, quickly and within a memory limit.</summary>
/// <remarks>The environment variable GAN_FUZZ sets how many of each kind: 50000 take minutes.</remarks>
public sealed class FuzzTests : IDisposable
{
    private const int Usual = 2000;
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(20);
    private readonly ScratchFolder scratch = new();

    private static int Count => int.TryParse(Environment.GetEnvironmentVariable("GAN_FUZZ"), CultureInfo.InvariantCulture, out var count) ? count : Usual;

    public void Dispose() => scratch.Dispose();

    private static byte[][] Pngs => [.. Interlaced, .. new[] { "rgb.png", "alpha.png", "palette.png", "palette-transparent.png", "grey16.png", "rgb16.png", "bilevel.png" }.Select(Fixture.Read)];

    private static byte[][] Interlaced => [PngBuilder.Grey(9, 7, interlaced: true), PngBuilder.Grey(3, 3, interlaced: true)];

    [Fact]
    public void Png() => Fuzz(Pngs, Picture, mostBytes: 64 << 20);

    [Fact]
    public void PngWithTheRightChecksums() => Fuzz(Pngs, file =>
    {
        PngChecksums.Repair(file);
        Picture(file);
    }, mostBytes: 64 << 20);

    [Fact]
    public void Jpeg() => Fuzz([.. new[] { "baseline.jpg", "progressive.jpg", "cmyk.jpg", "grey.jpg", "exif-6.jpg" }.Select(Fixture.Read)], Picture, mostBytes: 64 << 20);

    [Fact]
    public void Idx()
    {
        byte[] plain = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 4, 0, 0, 0, 5, .. new byte[40]];
        Fuzz([plain, Gzip(plain)], bytes => IdxFile.Read(scratch.Put("f.idx", bytes)), mostBytes: 16 << 20);
    }

    [Fact]
    public void PackedIdx() => Fuzz([[0, 0, 8, 2, 0, 0, 0, 9, 0, 0, 0, 9, .. new byte[81]]], bytes => IdxFile.Read(scratch.Put("f.gz", Gzip(bytes))), mostBytes: 16 << 20);

    [Fact]
    public void Tar()
    {
        using var tar = new MemoryStream();
        using (var writer = new TarWriter(tar, leaveOpen: true))
        {
            writer.WriteEntry(new PaxTarEntry(TarEntryType.Directory, "folder/"));
            writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "folder/data_batch_1.bin") { DataStream = new MemoryStream(new byte[3073]) });
            writer.WriteEntry(new UstarTarEntry(TarEntryType.SymbolicLink, "link") { LinkName = "folder" });
            writer.WriteEntry(new GnuTarEntry(TarEntryType.RegularFile, new string('n', 150)) { DataStream = new MemoryStream([1, 2, 3]) });
        }
        void Unpack(string path) => ArchiveFile.Read(path, (_, _, content) => content.CopyTo(Stream.Null), mostBytes: 1 << 20);
        Fuzz([tar.ToArray()], bytes => Unpack(scratch.Put("f.tar.gz", Gzip(bytes))), mostBytes: 16 << 20);
        Fuzz([Gzip(tar.ToArray())], bytes => Unpack(scratch.Put("f.tar.gz", bytes)), mostBytes: 16 << 20);
    }

    [Fact]
    public void Zip()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in new[] { "gzip/a.gz", "b.txt" })
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(new byte[2000]);
            }
        }
        Fuzz([zip.ToArray()], bytes => ArchiveFile.Read(scratch.Put("f.zip", bytes), (_, _, content) => content.CopyTo(Stream.Null), mostBytes: 1 << 20), mostBytes: 16 << 20);
    }

    [Fact]
    public void AttributeLists() => Fuzz(["2\nSmiling Young\n1.jpg 1 -1\n2.jpg -1 1\n"u8.ToArray(), "image_id,Smiling,Young\n1.jpg,1,-1\n2.jpg,0,1\n"u8.ToArray()],
        bytes => CelebAttributes.Parse(scratch.Put("f.txt", bytes)), mostBytes: 16 << 20);

    [Fact]
    public void Safetensors()
    {
        using var scope = torch.NewDisposeScope();
        var tensors = new Dictionary<string, torch.Tensor> { ["weight"] = torch.arange(6, torch.float32).reshape(2, 3), ["steps"] = torch.tensor(5L), ["mask"] = torch.ones(3, torch.@bool) };
        SafeTensors.Save(scratch.File("good.safetensors"), tensors, new Dictionary<string, string> { ["format"] = "pt" });
        Fuzz([File.ReadAllBytes(scratch.File("good.safetensors"))], bytes =>
        {
            using var read = torch.NewDisposeScope();
            SafeTensors.Load(scratch.Put("f.safetensors", bytes));
        }, mostBytes: 16 << 20);
    }

    private static void Picture(byte[] file)
    {
        var target = new byte[3 * 8 * 8];
        using var picture = ImageCodec.Decode(file);
        PictureFit.Fit(picture, 8, Rgb.White, target);
    }

    /// <summary>Reads damaged copies of good files; only a refusal with a reason may be thrown.</summary>
    private static void Fuzz(byte[][] good, Action<byte[]> read, long mostBytes)
    {
        foreach (var file in good) read([.. file]);
        var random = new Random(12);
        var refused = 0;
        for (var i = 0; i < Count; i++)
        {
            var damaged = Mutation.Of(good, random);
            var (clock, before) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
            try
            {
                read(damaged);
            }
            catch (InvalidDataException e)
            {
                refused++;
                Assert.False(string.IsNullOrWhiteSpace(e.Message));
            }
            catch (Exception e)
            {
                Assert.Fail($"input {i}, {Convert.ToBase64String(damaged)}: {e}");
            }
            var used = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(used <= mostBytes && clock.Elapsed < Slow, $"input {i}, {Convert.ToBase64String(damaged)}: {used:N0} bytes, {clock.Elapsed}");
        }
        Assert.InRange(refused, Count / 20, Count);      // the damage is real
    }

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(content);
        return packed.ToArray();
    }
}
