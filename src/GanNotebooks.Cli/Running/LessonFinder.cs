namespace GanNotebooks.Cli;

/// <summary>Finds lessons by number, name or path.</summary>
internal static class LessonFinder
{
    /// <summary>The requested lessons, in the requested order; all lessons in order when none is named.</summary>
    /// <param name="folder">The notebooks folder.</param>
    /// <param name="wanted">Numbers, names or paths.</param>
    /// <exception cref="UserError">There is no such lesson.</exception>
    public static IReadOnlyList<string> Find(string folder, IReadOnlyList<string> wanted)
    {
        var lessons = Directory.GetFiles(folder, "??-*.ipynb").Order(StringComparer.Ordinal).ToList();     // the cookbook is not one
        if (wanted.Count == 0) return lessons.Count > 0 ? lessons : throw new UserError($"There are no lessons in {folder}.");
        return [.. wanted.Select(name => FindOne(folder, lessons, name)).Distinct()];
    }

    private static string FindOne(string folder, List<string> lessons, string wanted)
    {
        if (wanted.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase) && File.Exists(wanted)) return Path.GetFullPath(wanted);
        var bare = Path.GetFileNameWithoutExtension(wanted);
        var number = int.TryParse(bare, out var n) ? n.ToString("00", System.Globalization.CultureInfo.InvariantCulture) + "-" : null;
        return Directory.GetFiles(folder, "*.ipynb").FirstOrDefault(notebook => Path.GetFileNameWithoutExtension(notebook) == bare)
            ?? lessons.Find(lesson => number is not null && Path.GetFileName(lesson).StartsWith(number, StringComparison.Ordinal))
            ?? throw new UserError($"There is no lesson \"{wanted}\". Lessons: {string.Join(", ", lessons.Select(Path.GetFileNameWithoutExtension))}; or give the path of an .ipynb file.");
    }
}
