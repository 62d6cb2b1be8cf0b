using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>`using var x = …;` at the top level of a cell, which C# scripts do not have.</summary>
/// <remarks>It declares a variable that later cells can use, so it is disposed when its cell runs again, or when the session ends.</remarks>
internal static class UsingDeclarations
{
    /// <summary>The cell with ordinary variables instead; no character changes its position.</summary>
    /// <returns>The code, and the names of the variables.</returns>
    public static (string Code, IReadOnlyList<string> Names) ToVariables(string code)
    {
        if (!code.Contains("using", StringComparison.Ordinal))
        {
            return (code, []);
        }
        var tokens = SyntaxFactory.ParseTokens(code, options: CellOptions.Parsing).ToList();
        var names = new List<string>();
        var text = code.ToCharArray();
        var (depth, begins) = (0, true);
        for (var at = 0; at < tokens.Count; at++)
        {
            var first = at;
            if (begins && depth == 0 && tokens[at].Text == "await" && at + 1 < tokens.Count)
            {
                at++;
            }
            if (begins && depth == 0 && tokens[at].IsKind(SyntaxKind.UsingKeyword) && NamesOf(tokens, at + 1) is { Count: > 0 } declared)
            {
                names.AddRange(declared);
                Blank(text, tokens[first]);
                Blank(text, tokens[at]);
            }
            depth += Nesting(tokens[at]);
            begins = tokens[at].Kind() is SyntaxKind.SemicolonToken or SyntaxKind.CloseBraceToken;
        }
        return (names.Count == 0 ? code : new string(text), names);
    }

    // The declared names after a `using`; none when it is a directive or a statement: those have no type before the first name.
    private static List<string> NamesOf(List<SyntaxToken> tokens, int start)
    {
        var names = new List<string>();
        var depth = 0;
        for (var at = start; at < tokens.Count && !(depth == 0 && tokens[at].IsKind(SyntaxKind.SemicolonToken)); at++)
        {
            if (depth == 0 && tokens[at].IsKind(SyntaxKind.EqualsToken) && tokens[at - 1].IsKind(SyntaxKind.IdentifierToken))
            {
                var before = tokens[at - 2];
                var isFirst = names.Count == 0;
                if (isFirst && (at - 2 < start || tokens[start].Kind() is SyntaxKind.StaticKeyword or SyntaxKind.UnsafeKeyword or SyntaxKind.OpenParenToken || before.IsKind(SyntaxKind.DotToken)))
                {
                    return [];
                }
                if (isFirst || before.IsKind(SyntaxKind.CommaToken))
                {
                    names.Add(tokens[at - 1].ValueText);
                }
            }
            depth += Nesting(tokens[at]);
        }
        return names;
    }

    private static int Nesting(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken => 1,
        SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken => -1,
        _ => 0,
    };

    private static void Blank(char[] text, SyntaxToken token) => text.AsSpan(token.SpanStart, token.Span.Length).Fill(' ');
}

/// <summary>The values of such variables.</summary>
internal sealed class Disposables
{
    private readonly List<(string? CellId, object Value)> values = [];

    /// <summary>Stores the variables that a cell has declared.</summary>
    public void Add(string? cellId, object submission, IReadOnlyList<string> names)
    {
        foreach (var variable in Variable.Of([submission]).Where(variable => names.Contains(variable.Name)))
        {
            if (variable.Value is IDisposable or IAsyncDisposable)
            {
                values.Add((cellId, variable.Value));
            }
        }
    }

    /// <summary>Disposes the variables of a cell's last run, or of all cells for null: the newest first, as at the end of a block.</summary>
    public void Dispose(string? cellId)
    {
        for (var at = values.Count - 1; at >= 0; at--)
        {
            var (owner, value) = values[at];
            if (cellId is null || owner == cellId)
            {
                values.RemoveAt(at);
                Dispose(value);
            }
        }
    }

    private static void Dispose(object value)
    {
        try
        {
            if (value is IDisposable disposable)
            {
                disposable.Dispose();
            }
            else
            {
                ((IAsyncDisposable)value).DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(1));
            }
        }
        catch (Exception)   // any Dispose may throw; there is no cell to report it to
        {
        }
    }
}
