using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>Whether Enter should run what was typed.</summary>
public enum CompletenessStatus
{
    /// <summary>It can run.</summary>
    Complete,

    /// <summary>More lines are needed.</summary>
    Incomplete,

    /// <summary>It is wrong, whatever follows.</summary>
    Invalid,

    /// <summary>It cannot be decided.</summary>
    Unknown,
}

/// <summary>Whether code that is being typed is a complete cell.</summary>
/// <param name="Status">The verdict.</param>
/// <param name="Indent">How far to indent the next line of incomplete code.</param>
public sealed record Completeness(CompletenessStatus Status, string Indent)
{
    private const int IndentWidth = 4;
    private const string OpenString = "CS1010";   // a one-line string without its end, which no further line can complete

    /// <summary>Judges code by its syntax alone.</summary>
    internal static Completeness Of(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(CellSource.CodeOf(code), CellOptions.Parsing);
        if (!SyntaxFactory.IsCompleteSubmission(tree) && tree.GetDiagnostics().All(diagnostic => diagnostic.Id != OpenString))
        {
            return new(CompletenessStatus.Incomplete, new string(' ', IndentWidth * Depth(tree)));
        }
        return tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            ? new(CompletenessStatus.Invalid, string.Empty)
            : new(CompletenessStatus.Complete, string.Empty);
    }

    // How many brackets are open at the end.
    private static int Depth(SyntaxTree tree) => Math.Max(0, tree.GetRoot().DescendantTokens().Where(token => !token.IsMissing).Sum(token => token.Kind() switch
    {
        SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken => 1,
        SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken => -1,
        _ => 0,
    }));
}
