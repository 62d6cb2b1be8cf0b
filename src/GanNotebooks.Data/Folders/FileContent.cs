using System.Text;

namespace GanNotebooks.Data.Folders;

/// <summary>What a file in a folder of pictures is, by how it begins; its name only counts where its content says nothing.</summary>
internal static class FileContent
{
    private const int StartBytes = 512, DicomAt = 128, BoxTypeAt = 4;
    private static readonly string[] OfSystems = ["thumbs.db", "desktop.ini"];
    private static readonly string[] OfPictures = [".gif", ".bmp", ".webp", ".tif", ".tiff", ".heic", ".avif", ".jp2", ".svg", ".ico", ".pgm", ".ppm", ".pbm", ".pnm"];

    private static readonly (byte[] Start, string Name)[] Known =
    [
        ("GIF8"u8.ToArray(), "GIF"), ("BM"u8.ToArray(), "BMP"), ("II*\0"u8.ToArray(), "TIFF"), ("MM\0*"u8.ToArray(), "TIFF"), ("RIFF"u8.ToArray(), "WebP"), ([0, 0, 1, 0], "ICO"),
        ([0, 0, 0, 12, .. "jP"u8], "JPEG 2000"), ([0xFF, 0x4F, 0xFF, 0x51], "JPEG 2000"), ("8BPS"u8.ToArray(), "Photoshop"), ([0x93, .. "NUMPY"u8], "NumPy"), ([0x89, .. "HDF"u8], "HDF5"), ([0xFF, 0x0A], "JPEG XL"),
        ("P1"u8.ToArray(), "PBM"), ("P2"u8.ToArray(), "PGM"), ("P3"u8.ToArray(), "PPM"), ("P4"u8.ToArray(), "PBM"), ("P5"u8.ToArray(), "PGM"), ("P6"u8.ToArray(), "PPM"), ("<svg"u8.ToArray(), "SVG"),
    ];

    private static readonly (byte[] Start, string Name)[] Archives = [("PK\x3\x4"u8.ToArray(), "zip"), ([0x1F, 0x8B], "gzip"), ("BZh"u8.ToArray(), "bzip2"), ([0xFD, .. "7zXZ"u8], "xz"), ("7z"u8.ToArray(), "7z"), ("Rar!"u8.ToArray(), "rar")];

    /// <summary>Whether a file is a picture that is read; if not, why it is left out, or null where nobody would miss it: texts and what systems leave behind.</summary>
    /// <param name="file">The file, which is opened unless it is empty.</param>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static (bool IsPicture, string? Reason) Look(FileInfo file)
    {
        if (file.Length == 0) return (false, file.Extension.Length > 0 ? null : "empty");      // or a pipe, which would keep its reader waiting
        var room = new byte[StartBytes];
        using var stream = file.OpenRead();
        ReadOnlySpan<byte> start = room.AsSpan(0, stream.ReadAtLeast(room, StartBytes, throwOnEndOfStream: false));
        if (PngFile.Is(start) || JpegFile.Is(start)) return (true, null);
        foreach (var (known, name) in Known)
            if (start.StartsWith(known) && (name is not ("BMP" or "PBM" or "PGM" or "PPM") || Separates(start, known.Length, name))) return (false, NotRead(name));
        foreach (var (known, name) in Archives)
            if (start.StartsWith(known)) return (false, $"a {name} archive: unpack it");
        if (start.Length > DicomAt + 4 && start[DicomAt..].StartsWith("DICM"u8)) return (false, NotRead("DICOM"));
        if (start.Length > 12 && start[BoxTypeAt..].StartsWith("ftyp"u8)) return (false, NotRead(start[8..].StartsWith("avif"u8) ? "AVIF" : "HEIC or video"));
        if (OfPictures.Contains(file.Extension, StringComparer.OrdinalIgnoreCase)) return (false, NotRead(file.Extension[1..].ToUpperInvariant()));
        return (false, OfSystems.Contains(file.Name, StringComparer.OrdinalIgnoreCase) || IsText(start) ? null : "neither PNG nor JPEG");
    }

    private static string NotRead(string kind) => $"{kind} is not read: convert it to PNG or JPEG";

    // Two letters may begin any text: Netpbm's are followed by white space and a number or comment, BMP's by a size and zeros.
    private static bool Separates(ReadOnlySpan<byte> start, int at, string name) =>
        start.Length > at + 8 && (name == "BMP" ? start[6..10].IndexOfAnyExcept((byte)0) < 0 : start[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' && start[at + 1] is (byte)'#' or (>= (byte)'0' and <= (byte)'9'));

    private static bool IsText(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith(Encoding.Unicode.Preamble) || start.StartsWith(Encoding.BigEndianUnicode.Preamble)) return true;
        foreach (var value in start)
            if (value < ' ' && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1B)) return false;
        return true;
    }
}
