using System.Globalization;
using nietras.SeparatedValues;
using TorchSharp;

namespace GanNotebooks.Data;

/// <summary>A table of numbers and words from a CSV file, whose first line names its columns.</summary>
/// <param name="Columns">The columns, all of the same length.</param>
public sealed record CsvTable(IReadOnlyList<CsvColumn> Columns)
{
    private const long MostBytes = 256L << 20;

    /// <summary>How many rows.</summary>
    public int Count => Columns[0].Values.Count;

    /// <summary>Reads a file; commas, semicolons or tabs part its cells, which may stand in quotation marks.</summary>
    /// <param name="path">The file, at most 256 MiB.</param>
    /// <exception cref="InvalidDataException">It has no rows, or rows of different lengths, or a column of numbers with a word in it.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static CsvTable Read(string path)
    {
        if (new FileInfo(path) is { Exists: true, Length: > MostBytes } file) throw new InvalidDataException($"{path}: {file.Length:N0} bytes are more than {MostBytes:N0}. Split it.");
        try
        {
            using var reader = Sep.Reader(options => options with { Unescape = true, Trim = SepTrim.Outer, CultureInfo = CultureInfo.InvariantCulture }).FromFile(path);
            var cells = reader.Header.ColNames.Select(_ => new List<string>()).ToArray();
            foreach (var row in reader)
                for (var i = 0; i < cells.Length; i++) cells[i].Add(row[i].ToString());
            if (cells.Length == 0 || cells[0].Count == 0) throw new InvalidDataException($"{path}: there are no rows below the headings.");
            return new CsvTable([.. cells.Select((column, i) => Column(path, reader.Header.ColNames[i], column))]);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or NotSupportedException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException)
        {
            throw new InvalidDataException($"{path} is no table: {e.Message}", e);
        }
        catch (InvalidDataException e) when (!e.Message.StartsWith(path, StringComparison.Ordinal))
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

    private static CsvColumn Column(string path, string name, List<string> cells)
    {
        var numbers = cells.ConvertAll(cell => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : double.NaN);
        var strange = numbers.FindIndex(double.IsNaN);
        if (strange < 0) return new CsvColumn(name, numbers, null);
        // A few cells that are no numbers among many that are: a gap or a slip, not a column of words.
        if (numbers.Count(double.IsFinite) > cells.Count / 2)
            throw new InvalidDataException($"{path}, row {strange + 1} below the headings, column \"{name}\": \"{cells[strange]}\" is no number, as others of its column are. Correct it or take the row out.");
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        var places = cells.ConvertAll(cell => { words.TryAdd(cell, words.Count); return (double)words[cell]; });
        return new CsvColumn(name, places, [.. words.Keys]);
    }
}
