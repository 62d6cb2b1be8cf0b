using System.Formats.Tar;
using System.IO.Compression;

namespace GanNotebooks.Data.Tests;

/// <summary>Packs files as others do.</summary>
internal static class Archives
{
    public static void Tar(string path, params (string Name, byte[] Bytes)[] files)
    {
        using var file = File.Create(path);
        using var packed = new GZipStream(file, CompressionLevel.Fastest);
        using var tar = new TarWriter(packed);
        foreach (var (name, bytes) in files) tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(bytes) });
    }

    public static void Zip(string path, params (string Name, byte[] Bytes)[] files)
    {
        using var file = File.Create(path);
        using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        foreach (var (name, bytes) in files)
        {
            using var content = zip.CreateEntry(name).Open();
            content.Write(bytes);
        }
    }
}
