using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanNotebooks.Kernel.Scripting.Assistance;

/// <summary>The position of a cursor in the syntax. The code after it is ignored, so that an unfinished statement does not merge with the next one.</summary>
/// <param name="Start">Where the word at the cursor starts.</param>
/// <param name="Word">The part of it before the cursor; may be empty.</param>
/// <param name="Before">The token before the word; default at the start of the code.</param>
internal sealed record Place(int Start, string Word, SyntaxToken Before)
{
    /// <summary>Finds the position of a cursor.</summary>
    /// <returns>The position, or null within comments and strings, where no completion is wanted.</returns>
    public static Place? At(string code, int cursor)
    {
        var start = cursor;
        while (start > 0 && IsWord(code[start - 1]))
        {
            start--;
        }
        var root = CSharpSyntaxTree.ParseText(code[..cursor], CellOptions.Parsing).GetRoot();
        var tokens = root.DescendantTokens(descendIntoTrivia: false).Where(token => token.Span.Length > 0).ToList();
        var within = tokens.Find(token => token.SpanStart < cursor && token.Span.End >= cursor);
        if (IsInComment(root, cursor) || IsText(within))
        {
            return null;
        }
        return new Place(start, code[start..cursor], tokens.LastOrDefault(token => token.Span.End <= start));
    }

    /// <summary>Whether the word names a member of the expression before the dot.</summary>
    public bool IsMember => Before.IsKind(SyntaxKind.DotToken) || Before.IsKind(SyntaxKind.MinusGreaterThanToken);

    /// <summary>The using directive that the word belongs to, or null.</summary>
    public UsingDirectiveSyntax? Using => Before.Parent?.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { } found && found.SemicolonToken.IsMissing ? found : null;

    /// <summary>Whether a character belongs to a name.</summary>
    public static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '@';

    private static bool IsText(SyntaxToken token) =>
        token.IsKind(SyntaxKind.InterpolatedStringTextToken)
        || (token.ContainsDiagnostics && token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.InterpolatedStringStartToken)
        || token.IsKind(SyntaxKind.NumericLiteralToken);

    private static bool IsInComment(SyntaxNode root, int cursor)
    {
        var last = root.DescendantTrivia(descendIntoTrivia: false).LastOrDefault(trivia => trivia.SpanStart < cursor);
        return last.FullSpan.End >= cursor && last.Kind() switch
        {
            SyntaxKind.SingleLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia => true,
            SyntaxKind.MultiLineCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia => !last.ToFullString().EndsWith("*/", StringComparison.Ordinal),
            _ => false,
        };
    }
}
