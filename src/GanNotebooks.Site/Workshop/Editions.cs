using System.Text.RegularExpressions;
using GanNotebooks.Kernel.Notebooks;

namespace GanNotebooks.Site.Workshop;

/// <summary>Makes the learners' and the teachers' edition of a lesson.</summary>
internal static partial class Editions
{
    private const string RunRecord = "gan_run";     // it would describe outputs that an edition does not have, or other cells

    /// <summary>Removes the outputs, the solutions and the teacher's notes. Hints and the quiz's answers are kept.</summary>
    public static void ForLearners(Notebook lesson)
    {
        lesson.ClearOutputs();
        lesson.Metadata.Remove(RunRecord);
        foreach (var cell in lesson.Cells.Where(cell => cell.Kind == CellKind.Markdown).ToList())
        {
            cell.Source = Note().Replace(Solution().Replace(cell.Source, string.Empty), string.Empty).Trim('\n');
            if (cell.Source.Length == 0) lesson.Cells.Remove(cell);
        }
    }

    /// <summary>Fills the blanks with the solutions and shows the teacher's notes. Outputs are kept, except for those between a blank and its solution, which come from the unfilled blank.</summary>
    /// <returns>The blanks that were filled, and those that have no solution.</returns>
    public static (IReadOnlyList<string> Filled, IReadOnlyList<string> Open) ForTeachers(Notebook lesson)
    {
        var filled = new List<string>();
        lesson.Metadata.Remove(RunRecord);
        for (var i = 0; i < lesson.Cells.Count; i++)
        {
            var cell = lesson.Cells[i];
            if (cell.Kind != CellKind.Markdown) continue;
            foreach (var code in Solution().Matches(cell.Source).SelectMany(solution => Code().Matches(solution.Value)).Select(code => code.Groups["code"].Value))
            {
                var at = lesson.Cells.Take(i).ToList().FindLastIndex(above => above.Kind == CellKind.Code && Blanks.In(above.Source).Intersect(Blanks.Given(code)).Any());
                if (at < 0) continue;
                filled.AddRange(Blanks.In(lesson.Cells[at].Source).Intersect(Blanks.Given(code)));
                lesson.Cells[at].Source = Blanks.Fill(lesson.Cells[at].Source, code);
                foreach (var stale in lesson.Cells.Take(i).Skip(at))
                {
                    stale.Outputs.Clear();
                    stale.ExecutionCount = null;
                }
            }
            cell.Source = Note().Replace(cell.Source, note => $"\n\n> **For the teacher.** {LineEnds().Replace(note.Groups["text"].Value, " ")}\n").Trim('\n');
        }
        return (filled, [.. lesson.CodeCells.SelectMany(cell => Blanks.In(cell.Source))]);
    }

    [GeneratedRegex(@"<details>\s*<summary>Solution</summary>.*?</details>\n*", RegexOptions.Singleline)]
    private static partial Regex Solution();

    [GeneratedRegex(@"\s*<!--\s*teacher:\s*(?<text>.*?)\s*-->\n?", RegexOptions.Singleline)]
    private static partial Regex Note();

    // A code block or, for a single line, code within the text.
    [GeneratedRegex(@"^```csharp\n(?<code>.*?)^```|(?<!`)`(?<code>[^`\n]+ = [^`\n]+;)`", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex LineEnds();
}
