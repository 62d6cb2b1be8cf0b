using System.Net;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanNotebooks.Kernel.Notebooks.Html;

/// <summary>Colours C# by its syntax tree, also code with errors.</summary>
internal static class CSharpHighlighter
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    /// <summary>The code as escaped HTML with a span around each word that has a colour.</summary>
    public static string ToHtml(string code)
    {
        var html = new StringBuilder();
        foreach (var token in CSharpSyntaxTree.ParseText(code, Script).GetRoot().DescendantTokens())
        {
            Append(token.LeadingTrivia, html);
            Append(token.Text, ClassOf(token), html);
            Append(token.TrailingTrivia, html);
        }
        return html.ToString();
    }

    private static void Append(SyntaxTriviaList list, StringBuilder html)
    {
        foreach (var trivia in list)
        {
            var kind = trivia.Kind();
            Append(trivia.ToFullString(), trivia.IsDirective ? "d" : kind.ToString().Contains("Comment", StringComparison.Ordinal) ? "c" : null, html);
        }
    }

    private static void Append(string text, string? style, StringBuilder html)
    {
        if (text.Length == 0)
        {
            return;
        }
        var escaped = WebUtility.HtmlEncode(text);
        _ = style is null ? html.Append(escaped) : html.Append("<span class=\"").Append(style).Append("\">").Append(escaped).Append("</span>");
    }

    private static string? ClassOf(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.NumericLiteralToken => "n",
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken
            or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.InterpolatedStringStartToken
            or SyntaxKind.InterpolatedVerbatimStringStartToken or SyntaxKind.InterpolatedSingleLineRawStringStartToken
            or SyntaxKind.InterpolatedMultiLineRawStringStartToken or SyntaxKind.InterpolatedRawStringEndToken
            or SyntaxKind.InterpolatedStringEndToken or SyntaxKind.InterpolatedStringTextToken => "s",
        SyntaxKind.IdentifierToken => ClassOfName(token),
        var kind when SyntaxFacts.IsKeywordKind(kind) => IsControl(kind) ? "f" : "k",
        _ => null,
    };

    private static bool IsControl(SyntaxKind kind) => kind is SyntaxKind.IfKeyword or SyntaxKind.ElseKeyword or SyntaxKind.ForKeyword
        or SyntaxKind.ForEachKeyword or SyntaxKind.InKeyword or SyntaxKind.WhileKeyword or SyntaxKind.DoKeyword or SyntaxKind.SwitchKeyword
        or SyntaxKind.CaseKeyword or SyntaxKind.BreakKeyword or SyntaxKind.ContinueKeyword or SyntaxKind.ReturnKeyword or SyntaxKind.YieldKeyword
        or SyntaxKind.TryKeyword or SyntaxKind.CatchKeyword or SyntaxKind.FinallyKeyword or SyntaxKind.ThrowKeyword or SyntaxKind.AwaitKeyword
        or SyntaxKind.WhenKeyword or SyntaxKind.GotoKeyword;

    private static string? ClassOfName(SyntaxToken token) => token.Parent switch
    {
        BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or TypeParameterSyntax or ConstructorDeclarationSyntax => "t",
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => "m",
        SimpleNameSyntax { Parent: InvocationExpressionSyntax } => "m",
        SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access } name when access.Name == name => "m",
        SimpleNameSyntax { Parent: MemberBindingExpressionSyntax { Parent: InvocationExpressionSyntax } } => "m",
        IdentifierNameSyntax { Identifier.Text: "var" or "nameof" } => "k",
        SimpleNameSyntax { Parent: UsingDirectiveSyntax or QualifiedNameSyntax { Parent: UsingDirectiveSyntax } } => null,
        GenericNameSyntax => "t",
        // Without a compilation, a name counts as a type if the grammar says so, or if it begins with a capital and a dot follows.
        IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax access } name when access.Expression == name && char.IsUpper(token.Text[0]) => "t",
        IdentifierNameSyntax name when IsTypePosition(name) => "t",
        _ => null,
    };

    private static bool IsTypePosition(IdentifierNameSyntax name) => name.Parent switch
    {
        VariableDeclarationSyntax declaration => declaration.Type == name,
        ParameterSyntax or ObjectCreationExpressionSyntax or TypeArgumentListSyntax or ArrayTypeSyntax or NullableTypeSyntax
            or SimpleBaseTypeSyntax or PrimaryConstructorBaseTypeSyntax or TypeOfExpressionSyntax or DefaultExpressionSyntax
            or CatchDeclarationSyntax or TypeConstraintSyntax or TupleElementSyntax or AttributeSyntax or DeclarationPatternSyntax
            or RecursivePatternSyntax or RefTypeSyntax => true,
        ForEachStatementSyntax loop => loop.Type == name,
        CastExpressionSyntax cast => cast.Type == name,
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => true,
        PropertyDeclarationSyntax property => property.Type == name,
        BinaryExpressionSyntax test => test.Right == name && test.Kind() is SyntaxKind.IsExpression or SyntaxKind.AsExpression,
        _ => false,
    };
}
