using System.Globalization;
using System.IO.Compression;
using GanNotebooks.Data.Downloads;
using nietras.SeparatedValues;
using TorchSharp;

namespace GanNotebooks.Data;

/// <summary>A table of numbers and words from a CSV file, whose first line names its columns.</summary>
/// <param name="Columns">The columns, all of the same length.</param>
public sealed record CsvTable(IReadOnlyList<CsvColumn> Columns)
{
    private const int MostBytes = 256 << 20;

    /// <summary>How many rows.</summary>
    public int Count => Columns[0].Values.Count;

    /// <summary>Reads a file, plain or gzip; commas, semicolons or tabs part its cells, which may stand in quotation marks. Numbers may have decimal commas.</summary>
    /// <param name="path">The file, at most 256 MiB unpacked.</param>
    /// <exception cref="InvalidDataException">It has no rows or no headings, or rows of different lengths, or a column of numbers with a word in it.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static CsvTable Read(string path)
    {
        try
        {
            var text = ReadText(path).Trim('\r', '\n', ' ');
            using var reader = Sep.Reader(options => options with { Unescape = true, Trim = SepTrim.Outer, CultureInfo = CultureInfo.InvariantCulture }).FromText(text);
            var names = reader.Header.ColNames;
            var cells = names.Select(_ => new List<string>()).ToArray();
            foreach (var row in reader)
                for (var i = 0; i < cells.Length; i++) cells[i].Add(row[i].ToString());
            if (cells.Length == 0 || cells[0].Count == 0) throw new InvalidDataException("there are no rows below the headings.");
            if (names.All(name => double.TryParse(name, CultureInfo.InvariantCulture, out _))) throw new InvalidDataException($"its first line holds numbers ({string.Join(", ", names.Take(4))}), expected the columns' names. Write them above it.");
            return new CsvTable(Parse([.. names], cells));
        }
        catch (Exception e) when (e is ArgumentException or FormatException or NotSupportedException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException or InvalidDataException)
        {
            throw new InvalidDataException($"{path} is no table: {e.Message}", e);
        }
    }

    /// <summary>The whole table as numbers.</summary>
    /// <returns>(rows, columns) float32.</returns>
    public torch.Tensor ToTensor()
    {
        var values = new float[Count * Columns.Count];
        for (var i = 0; i < values.Length; i++) values[i] = (float)Columns[i % Columns.Count].Values[i / Columns.Count];
        return torch.tensor(values, [Count, Columns.Count]);
    }

    // The content decides, not the name: gzip is unpacked, and a byte order mark says which Unicode it is.
    private static string ReadText(string path)
    {
        using var file = File.OpenRead(path);
        var isGzip = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        using var content = new LimitedStream(isGzip ? new GZipStream(file, CompressionMode.Decompress) : file, MostBytes);
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        bytes.Position = 0;
        using var reader = new StreamReader(bytes, detectEncodingFromByteOrderMarks: true);
        var text = reader.ReadToEnd();
        return text.Contains('\0', StringComparison.Ordinal) ? throw new InvalidDataException($"it is no text: it begins with {FileKind.Describe(bytes.GetBuffer().AsSpan(0, (int)Math.Min(4, bytes.Length)))}.") : text;
    }

    private static CsvColumn[] Parse(string[] names, List<string>[] cells)
    {
        var decimals = Array.ConvertAll(cells, DecimalMark.Of);
        if (Array.IndexOf(decimals, DecimalMark.Comma) is >= 0 and var comma && Array.IndexOf(decimals, DecimalMark.Point) is >= 0 and var point)
            throw new InvalidDataException($"column \"{names[comma]}\" has decimal commas, and column \"{names[point]}\" decimal points. Write all numbers with points.");
        return [.. cells.Select((column, i) => Parse(names[i], column, decimals[i]))];
    }

    private static CsvColumn Parse(string name, List<string> cells, DecimalMark mark)
    {
        var numbers = cells.ConvertAll(mark.Parse);
        var strange = numbers.FindIndex(double.IsNaN);
        if (strange < 0) return new CsvColumn(name, numbers, null);
        // A few cells that are no numbers among many that are: a gap or a slip, not a column of words.
        if (numbers.Count(double.IsFinite) > cells.Count / 2)
            throw new InvalidDataException($"row {strange + 1} below the headings, column \"{name}\": \"{cells[strange]}\" is no number, as others of its column are. Correct it or take the row out.");
        if (cells.FindIndex(DecimalMark.LooksLikeNumber) is >= 0 and var grouped && cells.Count(DecimalMark.LooksLikeNumber) > cells.Count / 2)
            throw new InvalidDataException($"row {grouped + 1} below the headings, column \"{name}\": \"{cells[grouped]}\" may be read in two ways. Write numbers with a decimal point, without marks between thousands and without units.");
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        var places = cells.ConvertAll(cell => { words.TryAdd(cell, words.Count); return (double)words[cell]; });
        return new CsvColumn(name, places, [.. words.Keys]);
    }
}
