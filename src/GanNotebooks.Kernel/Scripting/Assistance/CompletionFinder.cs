using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanNotebooks.Kernel.Scripting.Assistance;

/// <summary>Finds completions.</summary>
/// <param name="chain">The code that the session has run so far.</param>
/// <param name="workingDirectory">The folder for relative paths in directives.</param>
internal sealed class CompletionFinder(SubmissionChain chain, string workingDirectory)
{
    private const string FileName = "completion.csx";

    private readonly NamesInSight names = new(chain);

    /// <summary>The completions at a cursor.</summary>
    /// <param name="code">The cell's present text.</param>
    /// <param name="cursor">The cursor's position, in UTF-16 units.</param>
    /// <param name="cancel">Cancels the search.</param>
    public Completion Find(string code, int cursor, CancellationToken cancel)
    {
        cursor = Math.Clamp(cursor, 0, code.Length);
        if (DirectiveCompletion.Find(code, cursor, workingDirectory) is { } directive)
        {
            return directive;
        }
        var text = CellSource.CodeOf(code);
        if ((IsBlankBefore(text, cursor) && !IsBlankBefore(code, cursor)) || Place.At(text, cursor) is not { } place)   // Markdown, comments, strings
        {
            return new([], cursor, cursor);
        }
        var found = place.IsMember ? Members(text, cursor, place)
            : place.Using is { } use ? Namespaces(text, use, place)
            : place.Before.IsKind(SyntaxKind.NewKeyword) ? In(text, place, NameCompletion.Constructible)
            : Names(text, place);
        cancel.ThrowIfCancellationRequested();
        return new([.. Ordered(found, place.Word)], place.Start, cursor);
    }

    // For members only the code before them matters; names may be declared further down.
    private IEnumerable<Candidate> Members(string text, int cursor, Place place) => In(text[..cursor], place, (model, dot, _) =>
    {
        var members = MemberCompletion.Of(model, dot, place);
        return (place.Using is { } use && !IsStatic(use) ? members.OfType<INamespaceSymbol>() : members).Select(symbol => Candidate.Of(symbol));
    });

    private IEnumerable<Candidate> Namespaces(string text, UsingDirectiveSyntax use, Place place) => In(text, place, (model, _, _) => model
        .LookupNamespacesAndTypes(place.Start)
        .Where(symbol => symbol is INamespaceSymbol || IsStatic(use))
        .Select(symbol => Candidate.Of(symbol)));

    private IEnumerable<Candidate> Names(string text, Place place)
    {
        var fitting = place.Before.Parent is InitializerExpressionSyntax or BaseArgumentListSyntax
            ? In(text, place, (model, before, _) => NameCompletion.Fitting(model, before))
            : [];
        return fitting.Concat(NameCompletion.OfCell(text, place.Start)).Concat(names.Current()).Concat(NameCompletion.Words);
    }

    private IEnumerable<Candidate> In(string text, Place place, Func<SemanticModel, SyntaxToken, Place, IEnumerable<Candidate>> find)
    {
        var compilation = chain.Next(text, FileName, []).GetCompilation();
        var tree = compilation.SyntaxTrees.Last();
        return find(compilation.GetSemanticModel(tree), place.Before.RawKind == 0 ? default : tree.GetRoot().FindToken(place.Before.SpanStart), place);
    }

    private static bool IsBlankBefore(string text, int cursor) => cursor > 0 && string.IsNullOrWhiteSpace(text[(text.LastIndexOf('\n', cursor - 1) + 1)..cursor]);

    private static bool IsStatic(UsingDirectiveSyntax use) => use.StaticKeyword.IsKind(SyntaxKind.StaticKeyword);

    private static IEnumerable<CompletionItem> Ordered(IEnumerable<Candidate> candidates, string word) => candidates
        .Where(candidate => candidate.Text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
        .OrderBy(candidate => candidate.Rank)
        .ThenBy(candidate => !candidate.Text.StartsWith(word, StringComparison.Ordinal))
        .ThenBy(candidate => candidate.Text, StringComparer.OrdinalIgnoreCase)
        .DistinctBy(candidate => candidate.Text)
        .Select(candidate => new CompletionItem(candidate.Text, candidate.Kind));
}
