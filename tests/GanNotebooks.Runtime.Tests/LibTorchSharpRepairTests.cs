using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace GanNotebooks.Runtime.Tests;

public sealed class LibTorchSharpRepairTests : IDisposable
{
    private static readonly string Stock = typeof(LibTorchSharpRepairTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "libLibTorchSharp.so").Value!;
    private static readonly byte[] File0 = File.ReadAllBytes(Stock);
    private const string NewSymbol = "_ZSt21ios_base_library_initv", OldSymbol = "_ZNSt8ios_base4InitC1Ev";
    private readonly string folder = Directory.CreateTempSubdirectory("gan-repair-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>The changed bytes, found by comparison and read as ELF's tables: the name in .dynstr, the symbol's entry in .gnu.version, the flag in .gnu.version_r.</summary>
    [Fact]
    public void Three_fields_change_and_nothing_else()
    {
        var repaired = LibTorchSharpRepair.Repair(File0);
        var name = File0.AsSpan().IndexOf(Encoding.ASCII.GetBytes(NewSymbol + "\0"));
        Assert.Equal(OldSymbol, Encoding.ASCII.GetString(repaired, name, OldSymbol.Length));
        Assert.Equal(0, repaired[name + OldSymbol.Length]);
        var changed = Enumerable.Range(0, File0.Length).Where(i => File0[i] != repaired[i] && (i < name || i > name + OldSymbol.Length)).ToArray();
        Assert.Equal(2, changed.Length);
        // Elf64_Vernaux: hash, flags, index, name, next; the table of needs comes behind the symbols' versions here.
        var (version, flags) = (changed[0], changed[1]);
        Assert.Equal((0, 2), (BitConverter.ToUInt16(File0, flags), BitConverter.ToUInt16(repaired, flags)));
        Assert.Equal(SysVHash("GLIBCXX_3.4.32"), BitConverter.ToUInt32(File0, flags - 4));
        Assert.Equal(BitConverter.ToUInt16(File0, flags + 2), BitConverter.ToUInt16(File0, version));
        Assert.Equal(IndexOf("GLIBCXX_3.4"), BitConverter.ToUInt16(repaired, version));
    }

    [Fact]
    public void A_repaired_file_stays_as_it_is()
    {
        var repaired = LibTorchSharpRepair.Repair(File0);
        Assert.Equal(repaired, LibTorchSharpRepair.Repair(repaired));
    }

    [Fact]
    public void The_package_s_file_is_not_written_to_and_the_copy_is_made_anew_each_time()
    {
        var target = Path.Combine(folder, "new", Libtorch.RepairedName);
        var written = File.GetLastWriteTimeUtc(Stock);
        LibTorchSharpRepair.Write(Stock, target);
        File.WriteAllText(target, "half a file");
        LibTorchSharpRepair.Write(Stock, target);
        Assert.Equal(LibTorchSharpRepair.Repair(File0), File.ReadAllBytes(target));
        Assert.Equal(written, File.GetLastWriteTimeUtc(Stock));
        Assert.Equal(File0, File.ReadAllBytes(Stock));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(target)!));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(64)]
    [InlineData(4096)]
    [InlineData(1_200_000)]
    [InlineData(-1)]
    public void A_truncated_file_is_refused(int length)
    {
        var cut = File0[..(length < 0 ? File0.Length + length : length)];
        Assert.Throws<InvalidDataException>(() => LibTorchSharpRepair.Repair(cut));
    }

    [Fact]
    public void A_foreign_file_is_refused_with_two_ways_out_and_nothing_is_written()
    {
        var (source, target) = (Path.Combine(folder, "libLibTorchSharp.so"), Path.Combine(folder, "copy.so"));
        File.WriteAllText(source, "#!/bin/sh\n" + new string('x', 200));
        var message = Assert.Throws<InvalidDataException>(() => LibTorchSharpRepair.Write(source, target)).Message;
        Assert.Contains(source, message, StringComparison.Ordinal);
        Assert.Contains("restore the package again", message, StringComparison.Ordinal);
        Assert.Contains("newer libstdc++", message, StringComparison.Ordinal);
        Assert.False(File.Exists(target));
    }

    [Fact]
    public void A_library_that_uses_the_newer_version_for_something_else_is_refused()
    {
        var other = (byte[])File0.Clone();
        other[other.AsSpan().IndexOf(Encoding.ASCII.GetBytes(NewSymbol + "\0")) + NewSymbol.Length - 1] = (byte)'w';
        Assert.Contains("more than", Assert.Throws<InvalidDataException>(() => LibTorchSharpRepair.Repair(other)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damage_anywhere_in_the_tables_is_refused_or_harmless()
    {
        var random = new Random(1);
        for (var i = 0; i < 300; i++)
        {
            var damaged = (byte[])File0.Clone();
            for (var j = 0; j < 20; j++) damaged[random.Next(0, 64)] = (byte)random.Next(256);
            try
            {
                LibTorchSharpRepair.Repair(damaged);
            }
            catch (InvalidDataException)
            {
                // Refused.
            }
        }
    }

    /// <summary>Linux alone can load it: elsewhere the test ends before that.</summary>
    [Fact]
    public void The_repaired_copy_loads_on_Linux()
    {
        if (!OperatingSystem.IsLinux()) return;
        var copy = Path.Combine(AppContext.BaseDirectory, "repaired-for-test.so");
        LibTorchSharpRepair.Write(Stock, copy);
        var library = NativeLibrary.Load(copy);
        Assert.True(NativeLibrary.TryGetExport(library, "THSTensor_randn", out _) || NativeLibrary.TryGetExport(library, "THSTorch_get_num_threads", out _));
        File.Delete(copy);
    }

    /// <summary>The index by which symbols name a version, found by its hash in the table of needs.</summary>
    private static ushort IndexOf(string version)
    {
        var hash = BitConverter.GetBytes(SysVHash(version));
        for (var at = 0; at < File0.Length; at += 4)
            if (File0.AsSpan(at, 4).SequenceEqual(hash) && BitConverter.ToUInt16(File0, at + 6) is > 1 and < 64 and var index) return index;
        throw new InvalidOperationException($"{version} is not in the file.");
    }

    /// <summary>The hash of names in ELF: System V ABI, "Hash Table".</summary>
    private static uint SysVHash(string name)
    {
        var hash = 0u;
        foreach (var letter in name)
        {
            hash = (hash << 4) + letter;
            var high = hash & 0xf0000000;
            hash = (hash ^ (high >> 24)) & ~high;
        }
        return hash;
    }
}
