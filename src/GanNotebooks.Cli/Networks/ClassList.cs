using System.Globalization;
using GanNotebooks.Data;

namespace GanNotebooks.Cli;

/// <summary>Names and numbers of images' classes.</summary>
internal static class ClassList
{
    private const int Shown = 12;

    /// <summary>The names in the order of their numbers from 0, at most twelve.</summary>
    public static string Describe(IReadOnlyList<string> names) => $"{string.Join(", ", names.Take(Shown))}{(names.Count > Shown ? ", …" : "")}";

    /// <summary>How many classes a set has, and their names if they have any.</summary>
    public static string Describe(ImageDataset set) => set.ClassNames is { Count: > 0 } names ? $" in {names.Count} classes ({Describe(names)})"
        : set.Labels is null ? ", without labels" : $" in {set.ClassCount} classes";

    /// <summary>The numbers of classes that are given by name or number.</summary>
    /// <param name="text">One class, or several separated by commas.</param>
    /// <param name="names">The names in the order of their numbers, or null.</param>
    /// <exception cref="UserError">There is no such class.</exception>
    public static long[] Parse(string text, IReadOnlyList<string>? names)
    {
        var known = names ?? [];
        return Find(text, known) is { } one ? [one] : [.. text.Split(',', StringSplitOptions.TrimEntries).Select(word => Find(word, known) ?? throw Unknown(text, word, names))];
    }

    private static long? Find(string word, IReadOnlyList<string> names)
    {
        var same = Enumerable.Range(0, names.Count).Where(i => names[i] == word).ToList();
        if (same.Count == 0) same = [.. Enumerable.Range(0, names.Count).Where(i => names[i].Equals(word, StringComparison.OrdinalIgnoreCase))];
        if (same.Count == 1) return same[0];
        // If the names are numbers themselves, a number counts as a name.
        var isNumber = long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return isNumber && !(names.Count > 0 && names.All(name => long.TryParse(name, NumberStyles.Integer, CultureInfo.InvariantCulture, out _))) ? number : null;
    }

    private static UserError Unknown(string text, string word, IReadOnlyList<string>? names) => new(names is null
        ? $"--labels {text}: expected class numbers separated by commas, such as 3,5."
        : $"--labels {text}: there is no class \"{word}\"; there are {Describe(names)}. Separate several by commas.");
}
