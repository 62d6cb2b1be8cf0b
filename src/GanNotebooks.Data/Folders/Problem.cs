using System.Globalization;

namespace GanNotebooks.Data.Folders;

/// <summary>A file that is not used, and why.</summary>
internal readonly record struct Problem(string File, string Reason)
{
    private const int Named = 8;

    /// <summary>All notes and problems in one warning; null when there are none.</summary>
    public static string? Describe(IEnumerable<string> notes, IReadOnlyCollection<Problem> problems, int used)
    {
        var sentences = string.Join(" ", problems.Count == 0 ? notes : notes.Append(Describe(problems, used)));
        return sentences.Length == 0 ? null : sentences;
    }

    private static string Describe(IReadOnlyCollection<Problem> problems, int used)
    {
        var named = problems.Take(Named).Select(problem => $"{problem.File} ({problem.Reason})");
        var more = problems.Count > Named ? string.Create(CultureInfo.InvariantCulture, $" and {problems.Count - Named:N0} more") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{problems.Count:N0} of {problems.Count + used:N0} files are not used: {string.Join(", ", named)}{more}.");
    }
}
