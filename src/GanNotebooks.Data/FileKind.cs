using System.Text;

namespace GanNotebooks.Data;

/// <summary>Names what a file seems to be by its first bytes, so that an error can say more than "wrong".</summary>
internal static class FileKind
{
    private static readonly (byte[] Start, string Name)[] Known =
    [
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ("GIF8"u8.ToArray(), "a GIF image"),
        ("BM"u8.ToArray(), "a BMP image"),
        ([(byte)'P', (byte)'K', 3, 4], "a zip archive"),
        ([0x1F, 0x8B], "gzip within gzip"),
        ("BZh"u8.ToArray(), "a bzip2 archive"),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X'], "an xz archive"),
        ([0x93, (byte)'N', (byte)'U', (byte)'M'], "a NumPy array"),
        ([0x89, (byte)'H', (byte)'D', (byte)'F'], "an HDF5 file"),
        ("%PDF"u8.ToArray(), "a PDF"),
        ("vers"u8.ToArray(), "a Git LFS pointer: fetch the real file with git lfs pull"),
        ("<"u8.ToArray(), "a web page or XML, perhaps a download's error page"),
        ("{"u8.ToArray(), "JSON"),
        ("["u8.ToArray(), "JSON"),
    ];

    /// <summary>The bytes in hexadecimal and, where they are known, what such files are.</summary>
    public static string Describe(ReadOnlySpan<byte> start)
    {
        var text = new StringBuilder(Convert.ToHexString(start));
        for (var i = text.Length - 2; i > 0; i -= 2) text.Insert(i, ' ');
        foreach (var (known, name) in Known)
            if (start.StartsWith(known)) return $"{text} (looks like {name})";
        return text.ToString();
    }
}
