using System.Text;

namespace GanNotebooks.Data.Folders;

/// <summary>Recognizes a file in a folder of pictures by its first bytes; its name counts only if they say nothing.</summary>
internal static class FileContent
{
    private const int StartBytes = 512, DicomAt = 128, BoxTypeAt = 4;
    private static readonly string[] OfSystems = ["thumbs.db", "desktop.ini"];
    private static readonly string[] OfPictures = [".gif", ".bmp", ".webp", ".tif", ".tiff", ".heic", ".avif", ".jp2", ".svg", ".ico", ".pgm", ".ppm", ".pbm", ".pnm"];

    /// <summary>Whether a file is a picture that can be read; if not, why it is left out, or null when nobody would miss it: texts and files that operating systems leave behind.</summary>
    /// <param name="file">The file, which is opened unless it is empty.</param>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static (bool IsPicture, string? Reason) Look(FileInfo file)
    {
        if (file.Length == 0) return (false, file.Extension.Length > 0 ? null : "empty");      // or a pipe, on which a reader would wait for ever
        var room = new byte[StartBytes];
        using var stream = file.OpenRead();
        ReadOnlySpan<byte> start = room.AsSpan(0, stream.ReadAtLeast(room, StartBytes, throwOnEndOfStream: false));
        if (PngFile.Is(start) || JpegFile.Is(start)) return (true, null);
        if (FileKind.Of(start) is { IsText: false } kind) return (false, kind.IsArchive ? $"{kind.InWords}: unpack it" : NotRead(kind.Name));
        if (start.Length > DicomAt + 4 && start[DicomAt..].StartsWith("DICM"u8)) return (false, NotRead("DICOM"));
        if (start.Length > 12 && start[BoxTypeAt..].StartsWith("ftyp"u8)) return (false, NotRead(start[8..].StartsWith("avif"u8) ? "AVIF" : "HEIC or video"));
        if (OfPictures.Contains(file.Extension, StringComparer.OrdinalIgnoreCase)) return (false, NotRead(file.Extension[1..].ToUpperInvariant()));
        return (false, OfSystems.Contains(file.Name, StringComparer.OrdinalIgnoreCase) || IsText(start) ? null : "neither PNG nor JPEG");
    }

    private static string NotRead(string kind) => $"{kind} is not read: convert it to PNG or JPEG";

    private static bool IsText(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith(Encoding.Unicode.Preamble) || start.StartsWith(Encoding.BigEndianUnicode.Preamble)) return true;
        foreach (var value in start)
            if (value < ' ' && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1B)) return false;
        return true;
    }
}
