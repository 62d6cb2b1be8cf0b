namespace GanNotebooks.Data.Downloads;

/// <summary>A real set of images: what it is, and its files.</summary>
/// <param name="Name">Its name on the command line and of its folder.</param>
/// <param name="Title">Its name in words.</param>
/// <param name="Content">What it holds, in a line.</param>
/// <param name="Source">Who made it.</param>
/// <param name="Licence">Under which terms.</param>
public sealed record RealSet(string Name, string Title, string Content, string Source, string Licence)
{
    /// <summary>What its labels mean; empty when they are plain numbers.</summary>
    public IReadOnlyList<string> ClassNames { get; init; } = [];

    /// <summary>Folders on the web that have the files, tried in this order.</summary>
    public IReadOnlyList<string> Mirrors { get; init; } = [];

    /// <summary>The files; empty when it cannot be fetched by a program.</summary>
    public IReadOnlyList<RealFile> Files { get; init; } = [];

    /// <summary>How a person gets it, for sets that no program may fetch.</summary>
    public string? ByHand { get; init; }

    /// <summary>What to do when the set is not there.</summary>
    public string HowToGet => ByHand ?? $"Get it with ./gan data get {Name}, or put {string.Join(" and ", Files.SelectMany(file => file.Keep.Count > 0 ? file.Keep : [file.Name]))} there by hand.";
}

/// <summary>One file of a set.</summary>
/// <param name="Name">Its name, on the web and on the disk.</param>
/// <param name="Bytes">Its exact length.</param>
/// <param name="Sha256">Its SHA-256 in hexadecimal, as published.</param>
public sealed record RealFile(string Name, long Bytes, string Sha256)
{
    /// <summary>For an archive of which only some files are wanted, those; the archive itself is not kept.</summary>
    public IReadOnlyList<string> Keep { get; init; } = [];
}
