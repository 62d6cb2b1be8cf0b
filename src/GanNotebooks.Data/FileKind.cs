using System.Text;

namespace GanNotebooks.Data;

/// <summary>The kind of a file, recognized by its first bytes, so that a message can say more than "wrong".</summary>
/// <param name="Start">The first bytes of such files.</param>
/// <param name="Name">The kind's name.</param>
/// <param name="IsArchive">Whether they contain other files.</param>
/// <param name="IsText">Whether they are text files.</param>
internal sealed record FileKind(byte[] Start, string Name, bool IsArchive = false, bool IsText = false)
{
    private static readonly FileKind[] Known =
    [
        new([0x89, .. "PNG"u8], "PNG"), new([0xFF, 0xD8, 0xFF], "JPEG"), new("GIF8"u8.ToArray(), "GIF"), new("BM"u8.ToArray(), "BMP"), new("II*\0"u8.ToArray(), "TIFF"), new("MM\0*"u8.ToArray(), "TIFF"),
        new("RIFF"u8.ToArray(), "WebP"), new([0, 0, 1, 0], "ICO"), new([0, 0, 0, 12, .. "jP"u8], "JPEG 2000"), new([0xFF, 0x4F, 0xFF, 0x51], "JPEG 2000"), new([0xFF, 0x0A], "JPEG XL"), new("8BPS"u8.ToArray(), "Photoshop"),
        new("P1"u8.ToArray(), "PBM"), new("P2"u8.ToArray(), "PGM"), new("P3"u8.ToArray(), "PPM"), new("P4"u8.ToArray(), "PBM"), new("P5"u8.ToArray(), "PGM"), new("P6"u8.ToArray(), "PPM"), new("<svg"u8.ToArray(), "SVG"),
        new([0x93, .. "NUM"u8], "NumPy"), new([0x89, .. "HDF"u8], "HDF5"),
        new("PK\x3\x4"u8.ToArray(), "zip", IsArchive: true), new([0x1F, 0x8B], "gzip", IsArchive: true), new("BZh"u8.ToArray(), "bzip2", IsArchive: true), new([0xFD, .. "7zX"u8], "xz", IsArchive: true),
        new("7z"u8.ToArray(), "7z", IsArchive: true), new("Rar!"u8.ToArray(), "rar", IsArchive: true),
        new("%PDF"u8.ToArray(), "PDF", IsText: true), new("vers"u8.ToArray(), "a Git LFS pointer: fetch the real file with git lfs pull", IsText: true),
        new("<"u8.ToArray(), "a web page or XML, perhaps a download's error page", IsText: true), new("{"u8.ToArray(), "JSON", IsText: true), new("["u8.ToArray(), "JSON", IsText: true),
    ];

    /// <summary>The name in a sentence.</summary>
    public string InWords => IsArchive ? $"a {Name} archive" : Name;

    /// <summary>The kind of a file with these first bytes, or null.</summary>
    public static FileKind? Of(ReadOnlySpan<byte> start)
    {
        foreach (var kind in Known)
            if (start.StartsWith(kind.Start) && kind.IsSure(start)) return kind;
        return null;
    }

    /// <summary>The bytes in hexadecimal and, if they are known, the kind of file.</summary>
    public static string Describe(ReadOnlySpan<byte> start)
    {
        var text = new StringBuilder(Convert.ToHexString(start));
        for (var i = text.Length - 2; i > 0; i -= 2) text.Insert(i, ' ');
        return Of(start) is { } kind ? $"{text} (looks like {kind.InWords})" : text.ToString();
    }

    // Two letters may begin any text: Netpbm's are followed by white space and a number or comment, BMP's by a size and zeros.
    private bool IsSure(ReadOnlySpan<byte> start) => Name is not ("BMP" or "PBM" or "PGM" or "PPM") || (start.Length > Start.Length + 8
        && (Name == "BMP" ? start[6..10].IndexOfAnyExcept((byte)0) < 0 : start[2] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' && start[3] is (byte)'#' or (>= (byte)'0' and <= (byte)'9')));
}
