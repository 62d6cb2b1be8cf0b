namespace GanNotebooks.Data;

/// <summary>Reads and writes IDX files, the format of MNIST and its relatives (LeCun, Cortes and Burges, "The MNIST database").</summary>
public static partial class IdxFile
{
    /// <summary>Reads a whole file, plain or one gzip stream: its content decides, not its name.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The array, its elements in this machine's byte order.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is not IDX, is too short or too long, or its gzip is damaged.</exception>
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
        return StartsWithGzip(file) ? IdxReader.ReadGzip(file, path) : IdxReader.ReadPlain(file, path);
    }

    /// <summary>Writes an array to a file, gzip when the name ends in .gz. A reader sees the old file or the new one, never half of one.</summary>
    /// <param name="path">The file; replaced when it exists. Its folder must exist.</param>
    /// <param name="array">What to write.</param>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    /// <exception cref="IOException">Writing failed; the old file, if any, is as it was.</exception>
    public static void Write(string path, IdxArray array)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(array);
        IdxWriter.Write(Path.GetFullPath(path), array);
    }

    private static bool StartsWithGzip(FileStream file)
    {
        var isGzip = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        return isGzip;
    }
}
