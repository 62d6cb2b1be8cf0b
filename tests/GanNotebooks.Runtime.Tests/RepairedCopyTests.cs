using System.Reflection;

namespace GanNotebooks.Runtime.Tests;

public sealed class RepairedCopyTests : IDisposable
{
    private static readonly string Stock = typeof(RepairedCopyTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "libLibTorchSharp.so").Value!;
    private readonly string folder = Directory.CreateTempSubdirectory("gan-copies-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_copy_is_made_once_in_the_cache_and_the_package_stays_as_it_is()
    {
        var before = Directory.GetFileSystemEntries(Path.GetDirectoryName(Stock)!);
        var copy = RepairedCopy.Of(Stock, folder);
        Assert.StartsWith(folder, copy, StringComparison.Ordinal);
        Assert.Equal(LibTorchSharpRepair.Repair(File.ReadAllBytes(Stock)), File.ReadAllBytes(copy));
        var written = File.GetLastWriteTimeUtc(copy);
        Assert.Equal(copy, RepairedCopy.Of(Stock, folder));
        Assert.Equal(written, File.GetLastWriteTimeUtc(copy));
        Assert.Single(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
        Assert.Equal(before, Directory.GetFileSystemEntries(Path.GetDirectoryName(Stock)!));
    }

    [Fact]
    public void Kernels_that_start_at_once_get_whole_copies()
    {
        var copies = new string[8];
        Parallel.For(0, copies.Length, i => copies[i] = RepairedCopy.Of(Stock, folder));
        Assert.Single(copies.Distinct());
        Assert.Equal(LibTorchSharpRepair.Repair(File.ReadAllBytes(Stock)), File.ReadAllBytes(copies[0]));
    }

    [Fact]
    public void Without_a_cache_that_can_be_written_to_the_copy_lies_among_the_temporary_files()
    {
        var file = Path.Combine(folder, "no-folder");
        File.WriteAllText(file, "");
        var copy = RepairedCopy.Of(Stock, file);
        try
        {
            Assert.Equal(LibTorchSharpRepair.Repair(File.ReadAllBytes(Stock)), File.ReadAllBytes(copy));
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(copy)!, recursive: true);
        }
    }
}
