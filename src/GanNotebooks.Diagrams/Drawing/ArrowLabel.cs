using GanNotebooks.Charts;

namespace GanNotebooks.Diagrams;

/// <summary>The text of an arrow: above it the leading operations, below it in small letters those that accompany them.</summary>
internal sealed record ArrowLabel(IReadOnlyList<string> Above, IReadOnlyList<string> Below)
{
    public const double Size = 11;
    public const double SmallSize = 10;
    private const int SmallLetters = 20;

    /// <summary>The width that it needs, in pixels.</summary>
    public double Width => Above.Select(line => TextWidth.Of(line, Size)).Concat(Below.Select(line => TextWidth.Of(line, SmallSize))).DefaultIfEmpty(0).Max();

    /// <summary>The height that it needs above the arrow, in pixels.</summary>
    public double HeightAbove => Above.Count * (Size + 2) + 6;

    /// <summary>The height that it needs below the arrow, in pixels.</summary>
    public double HeightBelow => Below.Count * (SmallSize + 2) + 6;

    /// <summary>The label of some operations.</summary>
    public static ArrowLabel Of(IReadOnlyList<FlowOperation> operations)
    {
        var above = new List<string>();
        var leading = operations.Where(operation => operation.Leads).ToArray();
        for (var i = 0; i < leading.Length;)
        {
            var run = leading.Skip(i).TakeWhile(operation => operation.Name == leading[i].Name).ToArray();
            above.Add(run[0].Name);
            var details = string.Join(", then ", Counted(run.Select(operation => operation.Detail)));
            if (details.Length > 0) above.Add(details);
            i += run.Length;
        }
        return new(above, Wrapped(operations.Where(operation => !operation.Leads).Select(operation => operation.Name).Distinct()));
    }

    /// <summary>The label's text in one line.</summary>
    public static string Line(IReadOnlyList<FlowOperation> operations) =>
        string.Join(", ", operations.Select(operation => operation.Detail.Length > 0 ? $"{operation.Name} {operation.Detail}" : operation.Name));

    private static IEnumerable<string> Counted(IEnumerable<string> details)
    {
        var all = details.ToArray();
        for (var i = 0; i < all.Length;)
        {
            var count = all.Skip(i).TakeWhile(detail => detail == all[i]).Count();
            yield return count switch { 1 => all[i], 2 => $"{all[i]} twice".TrimStart(), _ => $"{all[i]} {count} times".TrimStart() };
            i += count;
        }
    }

    private static List<string> Wrapped(IEnumerable<string> names)
    {
        var lines = new List<string>();
        foreach (var name in names)
        {
            if (lines.Count > 0 && lines[^1].Length + name.Length + 2 <= SmallLetters) lines[^1] += $", {name}";
            else
            {
                if (lines.Count > 0) lines[^1] += ",";
                lines.Add(name);
            }
        }
        return lines;
    }
}
