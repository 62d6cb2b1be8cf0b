using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>A part of a cell: C#, a directive that acts at its position, or Markdown.</summary>
internal abstract record CellPart
{
    /// <summary>C#, with blank lines in place of everything else, so that line numbers do not change.</summary>
    public sealed record Code(string Text) : CellPart;

    /// <summary>A directive that acts at its position: #!who, #!import.</summary>
    public sealed record Command(Directive Directive) : CellPart;

    /// <summary>Text between #!markdown and the next language.</summary>
    public sealed record Markdown(string Text) : CellPart;
}

/// <summary>A cell, split into parts.</summary>
/// <param name="Parts">In order; at least one.</param>
/// <param name="Directives">All its directives.</param>
internal sealed record CellSource(IReadOnlyList<CellPart> Parts, IReadOnlyList<Directive> Directives)
{
    /// <summary>The first directive that this kernel does not know, or null.</summary>
    public Directive? Unknown => Directives.FirstOrDefault(directive => !directive.IsPackage && Magic.Named(directive.Name) is null);

    /// <summary>Splits a cell into parts.</summary>
    public static CellSource Parse(string code)
    {
        var lines = code.Split('\n');
        var parts = new List<CellPart>();
        var all = new List<Directive>();
        for (var start = 0; start < lines.Length;)
        {
            var directives = Directive.In(string.Join('\n', lines[start..])).Select(found => found with { Line = found.Line + start }).ToList();
            var acts = directives.Find(directive => Magic.Named(directive.Name) is { Acts: true });
            var end = acts?.Line ?? lines.Length;
            directives.RemoveAll(directive => directive.Line > end);
            all.AddRange(directives);
            AddCode(parts, lines, start, end, directives);
            start = end + 1;
            if (acts?.Name == Magic.Markdown.Name)
            {
                start = Array.FindIndex(lines, start, line => line.StartsWith("#!", StringComparison.Ordinal)) is >= 0 and var next ? next : lines.Length;
                parts.Add(new CellPart.Markdown(string.Join('\n', lines[(end + 1)..start]).Trim()));
            }
            else if (acts is not null)
            {
                parts.Add(new CellPart.Command(acts));
            }
        }
        return new(parts.Count > 0 ? parts : [new CellPart.Code(string.Empty)], all);
    }

    /// <summary>The C# of a text that is still being typed: everything else is blank, and so are directives that would load files. Positions do not change.</summary>
    public static string CodeOf(string code)
    {
        var kept = code.Select(c => c == '\n' ? c : ' ').ToArray();
        foreach (var part in Parse(code).Parts.OfType<CellPart.Code>())
        {
            for (var at = 0; at < part.Text.Length; at++)
            {
                kept[at] = part.Text[at] == ' ' ? kept[at] : part.Text[at];
            }
        }
        var text = new string(kept);
        foreach (var loads in CSharpSyntaxTree.ParseText(text, CellOptions.Parsing).GetRoot().DescendantTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.ReferenceDirectiveTrivia) || trivia.IsKind(SyntaxKind.LoadDirectiveTrivia)))
        {
            kept.AsSpan(loads.SpanStart, loads.ToString().Length).Fill(' ');
        }
        return new string(kept);
    }

    private static void AddCode(List<CellPart> parts, string[] lines, int start, int end, List<Directive> directives)
    {
        var own = directives.Select(directive => directive.Line).ToHashSet();
        var code = string.Join('\n', Enumerable.Range(0, end).Select(at => at < start || own.Contains(at) ? new string(' ', lines[at].Length) : lines[at]));
        if (!string.IsNullOrWhiteSpace(code))
        {
            parts.Add(new CellPart.Code(code));
        }
    }
}
