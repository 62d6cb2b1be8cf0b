using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanNotebooks.Kernel.Scripting.Assistance;

/// <summary>Completes names.</summary>
internal static class NameCompletion
{
    private static readonly Candidate[] Keywords =
    [
        .. SyntaxFacts.GetKeywordKinds()
            .Where(kind => SyntaxFacts.IsReservedKeyword(kind) || kind is SyntaxKind.VarKeyword or SyntaxKind.AwaitKeyword or SyntaxKind.AsyncKeyword
                or SyntaxKind.RecordKeyword or SyntaxKind.NameOfKeyword or SyntaxKind.WhenKeyword or SyntaxKind.WithKeyword or SyntaxKind.YieldKeyword
                or SyntaxKind.NotKeyword or SyntaxKind.AndKeyword or SyntaxKind.OrKeyword)
            .Select(SyntaxFacts.GetText)
            .Where(text => !text.StartsWith("__", StringComparison.Ordinal))   // C's leftovers
            .Select(text => new Candidate(text, "keyword", Candidate.Own)),
    ];

    /// <summary>Keywords.</summary>
    public static IReadOnlyList<Candidate> Words => Keywords;

    /// <summary>The names that a cell itself declares, at a position in it. They are found without libraries or earlier cells, since names need no types.</summary>
    public static IEnumerable<Candidate> OfCell(string code, int position)
    {
        var tree = CSharpSyntaxTree.ParseText(code, CellOptions.Parsing);
        return CSharpCompilation.CreateScriptCompilation("names", tree).GetSemanticModel(tree).LookupSymbols(position)
            .Where(symbol => Candidate.Fits(symbol, string.Empty))
            .Select(symbol => Candidate.Of(symbol, Candidate.Local));
    }

    /// <summary>The types that may follow `new`, the declared type first.</summary>
    public static IEnumerable<Candidate> Constructible(SemanticModel model, SyntaxToken before, Place place)
    {
        var declared = before.Parent?.FirstAncestorOrSelf<EqualsValueClauseSyntax>()?.Parent?.Parent is VariableDeclarationSyntax { Type: { IsVar: false } type }
            ? type.ToString()
            : null;
        return model.LookupNamespacesAndTypes(place.Start)
            .Where(symbol => symbol is INamespaceSymbol or INamedTypeSymbol { IsAbstract: false, IsStatic: false, TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Delegate })
            .Where(symbol => Candidate.Fits(symbol, place.Word))
            .Select(symbol => Candidate.Of(symbol))
            .Concat(declared is null ? [] : [new Candidate(declared, "class", Candidate.Fitting)]);
    }

    /// <summary>Names for exactly this position: properties in an initializer, named arguments in a call.</summary>
    public static IEnumerable<Candidate> Fitting(SemanticModel model, SyntaxToken before) => before.Parent switch
    {
        InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax or WithExpressionSyntax } and { Parent: { } made }   // an unfinished initializer is parsed as a collection's
            => Settable(model.GetTypeInfo(made).Type),
        BaseArgumentListSyntax { Parent: { } call } => Parameters(model, call),
        _ => [],
    };

    private static IEnumerable<Candidate> Settable(ITypeSymbol? type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            foreach (var member in at.GetMembers().Where(member => member is { DeclaredAccessibility: Accessibility.Public, IsStatic: false }
                && member is IPropertySymbol { SetMethod: not null, IsIndexer: false } or IFieldSymbol { IsReadOnly: false, IsImplicitlyDeclared: false }))
            {
                yield return Candidate.Of(member, Candidate.Fitting);
            }
        }
    }

    private static IEnumerable<Candidate> Parameters(SemanticModel model, SyntaxNode call)
    {
        var info = model.GetSymbolInfo(call);
        var candidates = info.CandidateSymbols.Add(info.Symbol!).OfType<IMethodSymbol>()
            .Concat(call is InvocationExpressionSyntax invocation ? model.GetMemberGroup(invocation.Expression).OfType<IMethodSymbol>() : [])
            .Concat(call is BaseObjectCreationExpressionSyntax && model.GetTypeInfo(call).Type is INamedTypeSymbol made ? made.InstanceConstructors : []);
        return candidates.SelectMany(method => method.Parameters).Select(parameter => new Candidate(parameter.Name + ":", "param", Candidate.Own));
    }
}
