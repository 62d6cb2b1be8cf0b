using System.Buffers.Binary;
using System.IO.Compression;

namespace GanNotebooks.Data;

/// <summary>Reads and writes IDX files of bytes, the format of MNIST and its relatives (LeCun, Cortes and Burges, "The MNIST database").</summary>
public static partial class IdxFile
{
    /// <summary>Reads a file, plain or one gzip stream: its content decides, not its name.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is not IDX, holds no bytes, is too short or too long, or its gzip is damaged.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a folder.</exception>
    /// <exception cref="IOException">Reading failed.</exception>
    public static IdxArray Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException(
                $"{path}: there is no such file. An IDX file was expected; looked in {Path.GetDirectoryName(Path.GetFullPath(path))}. " +
                "Check the name and the folder.", path);
        }
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
        if (!StartsWithGzip(file)) return Read(file, file.Length, path);
        var length = UnpackedLength(file);
        using var content = new GZipStream(file, CompressionMode.Decompress);
        try
        {
            return Read(content, length, path);
        }
        catch (InvalidDataException error) when (!error.Message.StartsWith(path, StringComparison.Ordinal))
        {
            throw Damaged(path, error);
        }
    }

    /// <summary>Writes bytes to a file, gzip when the name ends in .gz. A reader sees the old file or the new one, never half of one.</summary>
    /// <param name="path">The file; replaced when it exists. Its folder must exist.</param>
    /// <param name="bytes">The elements, last dimension varying fastest.</param>
    /// <param name="dimensions">The sizes, slowest first, at most 255 of them.</param>
    /// <exception cref="ArgumentException">The dimensions' product is not the number of bytes.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    /// <exception cref="IOException">Writing failed; the old file, if any, is as it was.</exception>
    public static void Write(string path, byte[] bytes, params int[] dimensions)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(dimensions);
        if (IdxHeader.Product(dimensions) != bytes.Length)
            throw new ArgumentException($"Dimensions {IdxHeader.Shape(dimensions)} do not hold {bytes.Length} bytes.", nameof(dimensions));
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"{path}: its folder does not exist. Create {folder} first.");
        AtomicFile.Write(Path.GetFullPath(path), file =>
        {
            using var packed = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true) : null;
            (packed ?? file).Write(IdxHeader.Of(dimensions));
            (packed ?? file).Write(bytes);
        });
    }

    /// <summary>Reads an array. A large one is allocated only if the file's own length agrees with the header.</summary>
    private static IdxArray Read(Stream content, long? length, string name)
    {
        var start = new byte[4];
        var started = content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (started < start.Length && length != started) throw Damaged(name);      // else it would look like an empty or unrelated file
        var dimensions = IdxHeader.Read(start.AsSpan(0, started), content, name);
        var expected = (int)IdxHeader.Product(dimensions);
        if (length - IdxHeader.Length(dimensions.Length) != expected) throw Misfit(dimensions, expected, content, name);
        var data = new byte[expected];
        if (content.ReadAtLeast(data, expected, throwOnEndOfStream: false) < expected || content.ReadByte() >= 0) throw Damaged(name);     // reading on also checks gzip's checksum
        return new IdxArray(dimensions, data);
    }

    private static InvalidDataException Misfit(int[] dimensions, int expected, Stream content, string name)
    {
        var chunk = new byte[1 << 16];
        var found = 0L;
        for (int count; found <= expected && (count = content.Read(chunk)) > 0;) found += count;
        var promise = $"{name}: {expected} bytes expected after its header ({IdxHeader.Shape(dimensions)})";
        return found < expected ? new($"{promise}, {found} found: it ends early. Download or copy it again.")
            : found > expected ? new($"{promise}, but more bytes follow them. The header is wrong or the file was appended to. Download or write it again.")
            : Damaged(name);        // GZipStream accepts a cut trailer as a good end
    }

    private static bool StartsWithGzip(FileStream file)
    {
        var isGzip = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        return isGzip;
    }

    /// <summary>The unpacked length in the last four bytes of a gzip file; null when the file is shorter than that.</summary>
    private static uint? UnpackedLength(FileStream file)
    {
        if (file.Length < 18) return null;
        Span<byte> trailer = stackalloc byte[4];
        file.Seek(-4, SeekOrigin.End);
        file.ReadExactly(trailer);
        file.Position = 0;
        return BinaryPrimitives.ReadUInt32LittleEndian(trailer);
    }

    private static InvalidDataException Damaged(string name, InvalidDataException? cause = null) => new(
        $"{name}: the gzip is damaged, ends early or has bytes after its end. One whole gzip stream was expected. Download or copy it again.", cause);
}
