using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanNotebooks.Kernel.Scripting.Assistance;

/// <summary>Completes members after a dot.</summary>
internal static class MemberCompletion
{
    /// <summary>The members of the expression before the dot.</summary>
    public static IEnumerable<ISymbol> Of(SemanticModel model, SyntaxToken dot, Place place)
    {
        var position = place.Start;
        if (Owner(dot) is not { } owner)
        {
            return [];
        }
        var (symbol, type) = Bind(model, owner, dot.SpanStart);
        IEnumerable<ISymbol> found = symbol switch
        {
            INamespaceSymbol space => model.LookupNamespacesAndTypes(position, space),
            ITypeSymbol named => model.LookupStaticMembers(position, named),
            _ when type is not null => InstanceMembers(model, position, dot.Parent is MemberBindingExpressionSyntax ? Unwrapped(type) : Pointed(type, dot)),
            _ => [],
        };
        if (symbol is not (null or ITypeSymbol or INamespaceSymbol) && type is not null && type.Name == symbol.Name)   // Color Color
        {
            found = found.Concat(model.LookupStaticMembers(position, type));
        }
        return found.Where(member => Candidate.Fits(member, place.Word));
    }

    private static IEnumerable<ISymbol> InstanceMembers(SemanticModel model, int position, ITypeSymbol type) => model
        .LookupSymbols(position, type, includeReducedExtensionMethods: true)
        .Where(member => !member.IsStatic || member is IMethodSymbol { MethodKind: MethodKind.ReducedExtension })
        .Where(member => member is not INamedTypeSymbol);

    private static ExpressionSyntax? Owner(SyntaxToken dot) => dot.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        QualifiedNameSyntax name => name.Left,
        MemberBindingExpressionSyntax binding => binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>()
            .FirstOrDefault(access => access.WhenNotNull.Span.Contains(binding.SpanStart))?.Expression,
        _ => null,
    };

    private static (ISymbol? Symbol, ITypeSymbol? Type) Bind(SemanticModel model, ExpressionSyntax owner, int position)
    {
        var symbol = model.GetSymbolInfo(owner).Symbol;
        var type = model.GetTypeInfo(owner).Type;
        if (symbol is not null || type is not (null or { TypeKind: TypeKind.Error }))
        {
            return (symbol, type);
        }
        // An unfinished statement may be parsed as a declaration, with x. as a type's name.
        var expression = SyntaxFactory.ParseExpression(owner.ToString());
        return (
            model.GetSpeculativeSymbolInfo(position, expression, SpeculativeBindingOption.BindAsExpression).Symbol,
            model.GetSpeculativeTypeInfo(position, expression, SpeculativeBindingOption.BindAsExpression).Type);
    }

    private static ITypeSymbol Unwrapped(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } ? inner : type;

    private static ITypeSymbol Pointed(ITypeSymbol type, SyntaxToken operation) =>
        operation.IsKind(SyntaxKind.MinusGreaterThanToken) && type is IPointerTypeSymbol pointer ? pointer.PointedAtType : type;
}
