using System.Collections.Concurrent;
using System.Globalization;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>Maps the file names that the compiler sees to the names that the reader is shown.</summary>
internal sealed class SourceNames(string workingDirectory)
{
    private const string Prefix = "cell_";
    private const string Suffix = ".csx";

    private readonly ConcurrentDictionary<string, string> codes = new();

    /// <summary>Finds lines that stack frames do not have.</summary>
    public RaisedLines Raised { get; } = new();

    /// <summary>Stores the code of a path that is not a file, so that errors can quote it.</summary>
    public void Remember(string path, string code) => codes[path] = code;

    /// <summary>Whether the path is a cell's or that of code stored by <see cref="Remember"/>.</summary>
    public bool Knows(string path) => codes.ContainsKey(path);

    /// <summary>A line of code, or null when it cannot be read.</summary>
    /// <param name="path">The path that the compiler was given.</param>
    /// <param name="line">From 1.</param>
    public string? LineOf(string path, int line)
    {
        try
        {
            var lines = codes.TryGetValue(path, out var code) ? code.Split('\n') : File.Exists(path) ? File.ReadLines(path) : [];
            return lines.ElementAtOrDefault(line - 1)?.Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The file name under which a cell is compiled; in the notebook's folder, so that relative paths work.</summary>
    public string PathOfCell(int cellNumber) =>
        Path.Combine(workingDirectory, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{cellNumber}{Suffix}"));

    /// <summary>"cell 3, line 5", or "setup.csx, line 5" in a loaded file; "cell 3, line 5 or 7" when it is one of several.</summary>
    /// <param name="path">The path that the compiler was given.</param>
    /// <param name="lines">From 1.</param>
    public string Describe(string path, params IEnumerable<int> lines) => $"{NameOf(path)}, line {string.Join(" or ", lines.Select(line => line.ToString(CultureInfo.InvariantCulture)))}";

    private string NameOf(string path)
    {
        var file = Path.GetFileName(path);
        if (file.StartsWith(Prefix, StringComparison.Ordinal)
            && file.EndsWith(Suffix, StringComparison.Ordinal)
            && int.TryParse(file.AsSpan(Prefix.Length, file.Length - Prefix.Length - Suffix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && path == PathOfCell(number))
        {
            return string.Create(CultureInfo.InvariantCulture, $"cell {number}");
        }
        var relative = Path.GetRelativePath(workingDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
