using System.Text;
#if !NET
using System;
using System.IO;
#nullable enable
#endif

namespace GanNotebooks.Runtime;

/// <summary>Makes a copy of TorchSharp's native library that loads with the C++ runtimes of GCC 12 and before.</summary>
/// <remarks>
/// <para>The library asks for <c>GLIBCXX_3.4.32</c>, which came with GCC 13, for one symbol, which GCC 13's <c>&lt;iostream&gt;</c> calls to set up the standard
/// streams. The constructor of <c>std::ios_base::Init</c>, which every version has, does the same. The copy calls that instead: the symbol's name, its
/// version and the flag that makes the need for the newer version weak are changed in place, and nothing else.</para>
/// <para>This file is compiled twice: into the library, and by the build (LibTorchSharpRepair.targets), which has an older set of .NET's types.</para>
/// </remarks>
public static class LibTorchSharpRepair
{
    private const string NewVersion = "GLIBCXX_3.4.32", OldVersion = "GLIBCXX_3.4";
    private const string NewSymbol = "_ZSt21ios_base_library_initv", OldSymbol = "_ZNSt8ios_base4InitC1Ev";
    private const uint DynamicSymbols = 11, VersionsNeeded = 0x6ffffffe, VersionOfSymbol = 0x6fffffff;      // section types
    private const ushort Weak = 2;                                                                          // VER_FLG_WEAK

    /// <summary>Writes the repaired copy, completely or not at all.</summary>
    /// <param name="source">TorchSharp's <c>libLibTorchSharp.so</c>; it stays as it is.</param>
    /// <param name="target">The copy; missing folders are made.</param>
    /// <exception cref="InvalidDataException">The file is not the one that can be repaired.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static void Write(string source, string target)
    {
        byte[] repaired;
        try
        {
            repaired = Repair(File.ReadAllBytes(source));
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException(
                $"{source}: {e.Message}. TorchSharp's native library needs the C++ runtime of GCC 13 or later, which this system lacks, and this file is not the one that the build can adapt to older ones. "
                + "Either restore the package again (delete its folder in NuGet's cache) in the version that Directory.Packages.props names, or use a system with a newer libstdc++, such as Debian 13 or Ubuntu 24.04.", e);
        }
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
        var unfinished = target + ".tmp";
        File.WriteAllBytes(unfinished, repaired);
        File.Delete(target);
        File.Move(unfinished, target);
    }

    /// <summary>The bytes of the repaired library; those of a library that needs no repair are returned unchanged.</summary>
    /// <param name="file">A shared library for 64-bit Linux, little-endian.</param>
    /// <exception cref="InvalidDataException">It is not such a library, it is cut short, or it uses the newer version for more than the one symbol.</exception>
    public static byte[] Repair(byte[] file)
    {
        var bytes = (byte[])file.Clone();
        try
        {
            Change(bytes);
        }
        catch (ArgumentException e)       // an offset beyond the end
        {
            throw new InvalidDataException("it is cut short, or its tables are damaged", e);
        }
        return bytes;
    }

    private static void Change(byte[] bytes)
    {
        if (bytes.Length < 64 || bytes[0] != 0x7f || bytes[1] != 'E' || bytes[2] != 'L' || bytes[3] != 'F' || bytes[4] != 2 || bytes[5] != 1)
            throw new InvalidDataException("it is not a shared library for 64-bit Linux");
        var symbols = Section(bytes, DynamicSymbols);
        var versions = Section(bytes, VersionOfSymbol).Offset;
        var names = symbols.Linked;
        var (newer, older) = Needs(bytes);
        if (newer.Index == 0) return;
        var found = -1;
        for (var i = 0; i < symbols.Size / 24; i++)
        {
            if (Short(bytes, versions + (2 * i)) != newer.Index) continue;
            if (found >= 0 || Text(bytes, names + Word(bytes, symbols.Offset + (24 * i))) != NewSymbol)
                throw new InvalidDataException($"it uses {NewVersion} for more than {NewSymbol}");
            found = i;
        }
        if (found < 0 && (newer.Flags & Weak) != 0) return;       // repaired before
        if (found < 0 || older.Index == 0) throw new InvalidDataException($"{NewSymbol} was not found in it");
        var name = names + Word(bytes, symbols.Offset + (24 * found));
        for (var i = 0; i < symbols.Size / 24; i++)
        {
            var other = names + Word(bytes, symbols.Offset + (24 * i));
            if (i != found && other >= name && other <= name + NewSymbol.Length) throw new InvalidDataException($"the name {NewSymbol} is part of another one");
        }
        Encoding.ASCII.GetBytes(OldSymbol + "\0").CopyTo(bytes, name);
        Put(bytes, versions + (2 * found), older.Index);
        Put(bytes, newer.Place + 4, (ushort)(newer.Flags | Weak));
    }

    /// <summary>The entries of the two versions: their position in the table, the index by which symbols refer to them, and their flags.</summary>
    private static ((int Place, ushort Index, ushort Flags) Newer, (int Place, ushort Index, ushort Flags) Older) Needs(byte[] bytes)
    {
        (int, ushort, ushort) newer = default, older = default;
        var table = Section(bytes, VersionsNeeded);
        for (int library = table.Offset, next = -1; next != 0; library += next)
        {
            for (int version = library + Word(bytes, library + 8), left = Short(bytes, library + 2); left > 0; version += Word(bytes, version + 12), left--)
            {
                var entry = (version, Short(bytes, version + 6), Short(bytes, version + 4));
                var name = Text(bytes, table.Linked + Word(bytes, version + 8));
                if (name == NewVersion) newer = entry;
                if (name == OldVersion) older = entry;
            }
            next = Word(bytes, library + 12);
        }
        return (newer, older);
    }

    /// <summary>The first section of a type: its offset, its size, and the offset of the strings that it refers to.</summary>
    private static (int Offset, int Size, int Linked) Section(byte[] bytes, uint type)
    {
        int first = Long(bytes, 0x28), size = Short(bytes, 0x3a), count = Short(bytes, 0x3c);
        if ((long)first + (size * count) > bytes.Length) throw new ArgumentException("a table beyond the end", nameof(bytes));
        for (var i = 0; i < count; i++)
        {
            var section = first + (i * size);
            if ((uint)Word(bytes, section + 4) == type)
                return (Long(bytes, section + 0x18), Long(bytes, section + 0x20), Long(bytes, first + (Word(bytes, section + 0x28) * size) + 0x18));
        }
        throw new InvalidDataException("it has no table of versioned symbols");
    }

    private static ushort Short(byte[] bytes, int at) => BitConverter.ToUInt16(bytes, at);

    private static int Word(byte[] bytes, int at) => BitConverter.ToInt32(bytes, at);

    private static int Long(byte[] bytes, int at) => BitConverter.ToInt64(bytes, at) is >= 0 and <= int.MaxValue and var value ? (int)value : throw new ArgumentException("beyond 2 GB", nameof(at));

    private static void Put(byte[] bytes, int at, ushort value) => BitConverter.GetBytes(value).CopyTo(bytes, at);

    private static string Text(byte[] bytes, int at)
    {
        var end = at < 0 || at >= bytes.Length ? -1 : Array.IndexOf(bytes, (byte)0, at);
        return end < 0 ? throw new ArgumentException("a name without an end", nameof(at)) : Encoding.ASCII.GetString(bytes, at, end - at);
    }
}

#if !NET
/// <summary>The same as a step of the build.</summary>
public sealed class RepairLibTorchSharp : Microsoft.Build.Utilities.Task
{
    /// <summary>TorchSharp's native library.</summary>
    [Microsoft.Build.Framework.Required]
    public string Source { get; set; } = "";

    /// <summary>The repaired copy.</summary>
    [Microsoft.Build.Framework.Required]
    public string Target { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            LibTorchSharpRepair.Write(Source, Target);
        }
        catch (Exception e) when (e is IOException || e is InvalidDataException || e is UnauthorizedAccessException)
        {
            Log.LogError("{0}", e.Message);
        }
        return !Log.HasLoggedErrors;
    }
}
#endif
