using GanNotebooks.Kernel.Display;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanNotebooks.Kernel.Scripting.Assistance;

/// <summary>Describes a name: its signature and its documentation.</summary>
internal static class Inspector
{
    private const string FileName = "inspection.csx";

    private static readonly SymbolDisplayFormat Format = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeContainingType
            | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeConstantValue,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        localOptions: SymbolDisplayLocalOptions.IncludeType | SymbolDisplayLocalOptions.IncludeConstantValue,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>Describes the name at a cursor, or the call around it; null when nothing is known.</summary>
    /// <param name="chain">The session's code.</param>
    /// <param name="code">The cell's present text.</param>
    /// <param name="cursor">The cursor's position, in UTF-16 units.</param>
    /// <param name="withValue">Whether the values of variables may be read.</param>
    /// <param name="cancel">Cancels the search.</param>
    public static MimeBundle? Inspect(SubmissionChain chain, string code, int cursor, bool withValue, CancellationToken cancel)
    {
        var compilation = chain.Next(CellSource.CodeOf(code), FileName, []).GetCompilation();
        var tree = compilation.SyntaxTrees.Last();
        var model = compilation.GetSemanticModel(tree);
        if (SymbolAt(model, tree.GetRoot(cancel), Math.Clamp(cursor, 0, code.Length), out var more) is not { } symbol)
        {
            return null;
        }
        var signature = symbol.ToDisplayString(Format) + (more > 0 ? $"  (+ {more} overload{(more > 1 ? "s" : string.Empty)})" : string.Empty);
        if (withValue && symbol is IFieldSymbol or IPropertySymbol && symbol.ContainingType.IsScriptClass
            && Variable.Of(chain.Instances).FirstOrDefault(variable => variable.Name == symbol.Name) is { } variable && TensorText.Line(variable.Value) is { } tensor)
        {
            signature += $"\n// {tensor}";
        }
        var comment = DocumentationText.Of(symbol, cancel);
        var bundle = new MimeBundle("text/markdown", $"```csharp\n{signature}\n```\n{comment.ToMarkdown()}".TrimEnd());
        bundle.Add(MimeBundle.PlainText, $"{signature}\n{comment.ToText()}".TrimEnd());
        return bundle;
    }

    private static ISymbol? SymbolAt(SemanticModel model, SyntaxNode root, int cursor, out int more)
    {
        more = 0;
        foreach (var node in NodesAt(root, cursor))
        {
            if (SymbolOf(model, node) is { } symbol)
            {
                more = node is ExpressionSyntax && symbol is IMethodSymbol { MethodKind: not MethodKind.Constructor } ? Math.Max(0, model.GetMemberGroup(node).Length - 1) : 0;
                return symbol;
            }
        }
        return null;
    }

    // The name under the cursor or just before it; else the calls around it, the innermost first.
    private static IEnumerable<SyntaxNode> NodesAt(SyntaxNode root, int cursor)
    {
        foreach (var position in new[] { cursor, cursor - 1 }.Where(at => at >= 0))
        {
            var token = root.FindToken(position);
            if (token.Span.Contains(position) && (token.IsKind(SyntaxKind.IdentifierToken) || SyntaxFacts.IsPredefinedType(token.Kind())) && token.Parent is { } named)
            {
                yield return named;
                yield break;
            }
        }
        foreach (var list in root.FindToken(Math.Max(0, cursor - 1)).Parent?.AncestorsAndSelf().OfType<BaseArgumentListSyntax>() ?? [])
        {
            yield return list.Parent is InvocationExpressionSyntax call ? call.Expression : list.Parent!;
        }
    }

    private static ISymbol? SymbolOf(SemanticModel model, SyntaxNode node)
    {
        if (model.GetDeclaredSymbol(node) is { } declared)
        {
            return declared;
        }
        if (node.Parent is BaseObjectCreationExpressionSyntax creation && model.GetSymbolInfo(creation).Symbol is { } constructor)
        {
            return constructor;
        }
        var info = model.GetSymbolInfo(node);
        return info.Symbol ?? info.CandidateSymbols.FirstOrDefault()
            ?? model.GetMemberGroup(node).FirstOrDefault()
            ?? (model.GetTypeInfo(node).Type is { TypeKind: not TypeKind.Error } type ? type : null);
    }
}
