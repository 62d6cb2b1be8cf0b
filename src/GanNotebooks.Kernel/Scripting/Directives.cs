using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>A cell's code without its `#!` lines, and what they asked for.</summary>
/// <param name="Code">The code with the directive lines blank, so that line numbers stay.</param>
/// <param name="Time">Whether to print the wall time.</param>
/// <param name="Unknown">The first directive that this kernel does not know, with its zero-based line; or null.</param>
internal sealed record Directives(string Code, bool Time, (string Text, int Line)? Unknown)
{
    /// <summary>Separates a cell's directives from its code; `#!` in strings and comments is code.</summary>
    public static Directives Of(string code)
    {
        if (!code.Contains("#!", StringComparison.Ordinal))
        {
            return new(code, false, null);
        }
        var text = SourceText.From(code);
        var lines = CSharpSyntaxTree.ParseText(text, CellOptions.Parsing).GetRoot()
            .DescendantTrivia(descendIntoTrivia: true)
            .Where(trivia => trivia.GetStructure() is BadDirectiveTriviaSyntax or ShebangDirectiveTriviaSyntax)
            .Select(trivia => text.Lines.GetLineFromPosition(trivia.SpanStart))
            .Where(line => line.ToString().TrimStart().StartsWith("#!", StringComparison.Ordinal))
            .Distinct()
            .ToList();
        var time = false;
        (string, int)? unknown = null;
        foreach (var line in lines)
        {
            var directive = line.ToString().Trim();
            switch (directive)
            {
                case "#!time":
                    time = true;
                    break;
                case "#!csharp" or "#!c#":
                    break;
                default:
                    unknown ??= (directive, line.LineNumber);
                    break;
            }
        }
        var blank = text.WithChanges(lines.Select(line => new TextChange(line.Span, string.Empty)));
        return new(blank.ToString(), time, unknown);
    }
}
