using Microsoft.CodeAnalysis;

namespace GanNotebooks.Kernel.Scripting.Assistance;

/// <summary>A possible completion.</summary>
/// <param name="Text">The text to insert.</param>
/// <param name="Kind">Jupyter's name for its kind.</param>
/// <param name="Rank">Smaller ranks are shown first.</param>
internal readonly record struct Candidate(string Text, string Kind, int Rank)
{
    /// <summary>Names for exactly this position: properties in an initializer, named arguments.</summary>
    public const int Fitting = 0;

    /// <summary>Variables in scope, and names that cells declared.</summary>
    public const int Local = 1;

    /// <summary>Members of objects, and keywords.</summary>
    public const int Own = 2;

    /// <summary>Members of every object and names of every program.</summary>
    public const int General = 3;

    /// <summary>A symbol as a completion.</summary>
    public static Candidate Of(ISymbol symbol, int? rank = null) => new(symbol.Name, KindOf(symbol), rank ?? RankOf(symbol));

    /// <summary>Whether a symbol's name begins with what is typed, and can be written in code.</summary>
    public static bool Fits(ISymbol symbol, string word) =>
        symbol.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase)   // checked first, because the rest is slow for thousands of symbols
        && symbol.CanBeReferencedByName
        && !symbol.Name.StartsWith('<')
        && symbol is not IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor or MethodKind.UserDefinedOperator or MethodKind.Conversion or MethodKind.Destructor }
        && (symbol is INamespaceOrTypeSymbol || !IsHidden(symbol));

    private static bool IsHidden(ISymbol symbol) => symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "EditorBrowsableAttribute" && attribute.ConstructorArguments is [{ Value: 1 }]);   // EditorBrowsableState.Never

    private static int RankOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or { ContainingType.IsScriptClass: true } => Local,
        { ContainingType.SpecialType: SpecialType.System_Object } => General,
        IMethodSymbol { MethodKind: MethodKind.ReducedExtension } => General,
        { Locations: [{ IsInSource: true }, ..] } => Own,
        { ContainingType: not null } => Own,
        _ => General,
    };

    // The types that Jupyter's front ends have icons for.
    private static string KindOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol => "function",
        INamedTypeSymbol => "class",
        INamespaceSymbol => "module",
        IParameterSymbol => "param",
        ITypeParameterSymbol => "class",
        IPropertySymbol or IEventSymbol => "property",
        IFieldSymbol { ContainingType.IsScriptClass: false } => "property",
        _ => "instance",
    };
}
