namespace GanNotebooks.Data.Downloads;

/// <summary>A real set of images: what it is, and its files.</summary>
/// <param name="Name">Its name on the command line and of its folder.</param>
/// <param name="Title">Its name in words.</param>
/// <param name="Content">What it holds, in one line.</param>
/// <param name="Source">Who made it.</param>
/// <param name="Licence">Its terms of use.</param>
public sealed record RealSet(string Name, string Title, string Content, string Source, string Licence)
{
    /// <summary>The labels' names; empty when they are plain numbers.</summary>
    public IReadOnlyList<string> ClassNames { get; init; } = [];

    /// <summary>Folders on the web that have the files, tried in this order.</summary>
    public IReadOnlyList<string> Mirrors { get; init; } = [];

    /// <summary>The files; empty when no program can download the set.</summary>
    public IReadOnlyList<RealFile> Files { get; init; } = [];

    /// <summary>How a person gets it, for sets that no program may download.</summary>
    public string? ByHand { get; init; }

    /// <summary>How to get the set when it is missing.</summary>
    public string HowToGet => ByHand ?? $"Get it with ./gan data get {Name}, or put {string.Join(" and ", Files.SelectMany(file => file.Keep.Count > 0 ? file.Keep : [file.Name]))} there by hand.";
}

/// <summary>One file of a set.</summary>
/// <param name="Name">Its name, on the web and on the disk.</param>
/// <param name="Bytes">Its exact length.</param>
/// <param name="Sha256">Its SHA-256 in hexadecimal, as published.</param>
public sealed record RealFile(string Name, long Bytes, string Sha256)
{
    /// <summary>The files to keep from an archive, which is deleted afterwards; empty when the file itself is kept.</summary>
    public IReadOnlyList<string> Keep { get; init; } = [];
}
