namespace GanNotebooks.Diagrams;

/// <summary>The blocks of one row.</summary>
/// <param name="First">The first block.</param>
/// <param name="End">The block after the last.</param>
internal readonly record struct DiagramRow(int First, int End)
{
    /// <summary>Breaks a chain into as few rows as fit, about equally long.</summary>
    /// <param name="links">The chain.</param>
    /// <param name="width">The available width, in pixels.</param>
    /// <param name="kept">Blocks between which no row may end, since a branch passes there.</param>
    public static IReadOnlyList<DiagramRow> Break(IReadOnlyList<DiagramLink> links, double width, IReadOnlyList<(int From, int Into)> kept)
    {
        var fewest = Greedy(links, width, kept);
        for (var narrow = links.Sum(link => link.Arrow + link.Width) / fewest.Count; narrow < width; narrow += 10)
            if (Greedy(links, narrow, kept) is var rows && rows.Count == fewest.Count) return rows;
        return fewest;
    }

    private static List<DiagramRow> Greedy(IReadOnlyList<DiagramLink> links, double width, IReadOnlyList<(int From, int Into)> kept)
    {
        var rows = new List<DiagramRow>();
        for (var first = 0; first < links.Count;)
        {
            var (used, end) = (0.0, first);
            while (end < links.Count && (end == first || used + links[end].Arrow + links[end].Width <= width))
            {
                used += (end == 0 ? 0 : links[end].Arrow) + links[end].Width;
                end++;
            }
            var latest = end;
            while (end < links.Count && end > first + 1 && kept.Any(span => span.From < end && span.Into >= end)) end--;
            if (end < links.Count && kept.Any(span => span.From < end && span.Into >= end)) end = latest;      // a branch longer than a row
            rows.Add(new(first, end));
            first = end;
        }
        return rows;
    }
}
