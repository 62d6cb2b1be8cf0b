namespace GanNotebooks.Data.Folders;

/// <summary>CelebA's attribute file (Liu et al. 2015): a count, the attributes' names, then a file's name and 1 or −1 an attribute on each line.</summary>
internal sealed class CelebAttributes
{
    /// <summary>The file's name.</summary>
    public const string FileName = "list_attr_celeba.txt";

    private static readonly char[] Gaps = [' ', '\t'];
    private readonly Dictionary<string, byte[]> rows;

    private CelebAttributes(string stamp, IReadOnlyList<AttributeColumn> columns, Dictionary<string, byte[]> rows) => (Stamp, Columns, this.rows) = (stamp, columns, rows);

    /// <summary>Changes when the file does.</summary>
    public string Stamp { get; }

    /// <summary>The attributes, each absent or present.</summary>
    public IReadOnlyList<AttributeColumn> Columns { get; }

    /// <summary>Reads the attribute file of a folder; null when there is none.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static CelebAttributes? Find(string folder)
    {
        var file = new FileInfo(Path.Combine(folder, FileName));
        return file.Exists ? Parse(file) : null;
    }

    /// <summary>The attributes of one picture; all absent when the file does not name it.</summary>
    public byte[] RowOf(string picture) => rows.GetValueOrDefault(Path.GetFileName(picture)) ?? new byte[Columns.Count];

    private static CelebAttributes Parse(FileInfo file)
    {
        var lines = File.ReadLines(file.FullName).Select((line, i) => (Words: line.Split(Gaps, StringSplitOptions.RemoveEmptyEntries), Number: i + 1)).Where(line => line.Words.Length > 0);
        string[]? names = null;
        var rows = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (words, number) in lines)
        {
            if (number == 1 && words.Length == 1) continue;     // the count, which the file itself does not need
            if (names is null)
            {
                names = words;
                continue;
            }
            if (words.Length != names.Length + 1 || !words.Skip(1).All(word => word is "1" or "-1"))
                throw new InvalidDataException($"{file.FullName}, line {number}: expected a file's name and {names.Length} numbers, 1 or -1 each. Get the file again.");
            rows[words[0]] = [.. words.Skip(1).Select(word => word == "1" ? (byte)1 : (byte)0)];
        }
        if (names is null) throw new InvalidDataException($"{file.FullName}: it names no attributes. Get the file again, or take it away.");
        return new CelebAttributes($"{file.Length} {file.LastWriteTimeUtc.Ticks}", [.. names.Select(name => new AttributeColumn(name, "absent", "present"))], rows);
    }
}
