using System.Globalization;

namespace GanNotebooks.Data.Folders;

/// <summary>
/// CelebA's list of attributes (Liu et al. 2015). The published one has a count, the attributes' names, then on each line a file's name and 1 or −1 per
/// attribute; other versions use commas, begin with headings, write 0 for −1, or name pictures with another extension.
/// </summary>
internal sealed class CelebAttributes
{
    /// <summary>The list's name, without its extension.</summary>
    private const string Name = "list_attr_celeba";

    private const char Quote = '"';
    private static readonly string[] Endings = [".txt", ".csv"];
    private readonly Dictionary<string, byte[]> rows;

    private CelebAttributes(string stamp, IReadOnlyList<AttributeColumn>? columns, Dictionary<string, byte[]> rows, IReadOnlyList<string> notes) =>
        (Stamp, Columns, this.rows, Notes) = (stamp, columns, rows, notes);

    /// <summary>A text that changes when the file does.</summary>
    public string Stamp { get; }

    /// <summary>The attributes, each absent or present; null when the list names none of the pictures.</summary>
    public IReadOnlyList<AttributeColumn>? Columns { get; }

    /// <summary>What could not be used from the list, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Whether a file has the name of such a list.</summary>
    public static bool IsList(string file) => Path.GetFileNameWithoutExtension(file).Equals(Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the list that lies in a folder, below it or beside it; null when there is none.</summary>
    /// <exception cref="InvalidDataException">The list is damaged.</exception>
    public static CelebAttributes? Find(FolderListing listing)
    {
        var beside = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(listing.Folder)) is { } parent ? Endings.Select(ending => Path.Combine(parent, Name + ending)).FirstOrDefault(File.Exists) : null;
        if ((listing.AttributeLists.Count > 0 ? listing.AttributeLists[0] : beside) is not { } path) return null;
        var file = new FileInfo(path);
        var stamp = $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}";
        var (names, rows) = Parse(path);
        var unnamed = listing.Files.Count(picture => !rows.ContainsKey(Stem(picture.Name)));
        if (unnamed == listing.Files.Count && path == beside) return null;
        if (unnamed == listing.Files.Count)
            return new CelebAttributes(stamp, null, rows, [$"{file.Name} names none of the pictures, so there are no attributes: its first row is of {rows.Keys.First()}."]);
        string[] notes = unnamed == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"{file.Name} does not name {unnamed:N0} of {listing.Files.Count:N0} pictures: all their attributes are taken for absent.")];
        return new CelebAttributes(stamp, [.. names.Select(name => new AttributeColumn(name, "absent", "present"))], rows, notes);
    }

    /// <summary>The attributes of one picture; all absent when the list does not name it.</summary>
    public byte[] RowOf(string picture) => Columns is null ? [] : rows.GetValueOrDefault(Stem(picture)) ?? new byte[Columns.Count];

    /// <summary>Reads a list.</summary>
    /// <returns>The attributes' names, and of each picture, by its name without folder and extension, 0 or 1 per attribute.</returns>
    /// <exception cref="InvalidDataException">The list is damaged.</exception>
    public static (string[] Names, Dictionary<string, byte[]> Rows) Parse(string path)
    {
        string[]? names = null;
        var rows = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var (number, gap, isCounted) = (0, (char[]?)null, false);
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || (names is null && long.TryParse(line, CultureInfo.InvariantCulture, out _))) continue;      // the count, which the list itself does not need
            gap ??= line.Contains(',', StringComparison.Ordinal) ? [','] : line.Contains(';', StringComparison.Ordinal) ? [';'] : [' ', '\t'];
            var words = Array.ConvertAll(line.Split(gap, gap.Length > 1 ? StringSplitOptions.RemoveEmptyEntries : StringSplitOptions.None), word => word.Trim().Trim(Quote));
            if (names is null)
            {
                (names, isCounted) = (words, words[0].Length == 0);      // the first column counts the rows, as pandas writes it
                continue;
            }
            if (isCounted) words = words[1..];
            if (rows.Count == 0) names = names[^Math.Min(names.Length, Math.Max(0, words.Length - 1))..];       // without the heading of the column of file names
            var flags = words.Length == names.Length + 1 ? words.Skip(1).Select(Flag).ToArray() : [null];
            if (flags.Contains(null))
                throw new InvalidDataException($"{path}, line {number}: expected a file's name and {names.Length} numbers, 1 or -1 (or 0) each. Get the file again.");
            rows[Stem(words[0])] = [.. flags.Select(flag => flag!.Value)];
        }
        return rows.Count > 0 && names is { Length: > 0 } ? (names, rows) : throw new InvalidDataException($"{path}: it names no attributes. Get the file again, or take it away.");
    }

    private static string Stem(string picture) =>
        FolderListing.Pictures.Contains(Path.GetExtension(picture), StringComparer.OrdinalIgnoreCase) ? Path.GetFileNameWithoutExtension(picture) : Path.GetFileName(picture);

    private static byte? Flag(string word) => double.TryParse(word, CultureInfo.InvariantCulture, out var number) && number is 1 or 0 or -1 ? (byte)Math.Max(0, number) : null;
}
