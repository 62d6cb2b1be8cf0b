using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Scripting;

namespace GanNotebooks.Kernel.Scripting.Assistance;

/// <summary>The names that every cell can use: those that cells declared, and those that are imported.</summary>
/// <remarks>The compiler would look each name up in every submission, which takes too long after a hundred cells; so names are cached, and new cells add theirs.</remarks>
internal sealed class NamesInSight(SubmissionChain chain)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Candidate> names = [];
    private Script? seen;

    /// <summary>The names as they are now.</summary>
    public IReadOnlyList<Candidate> Current()
    {
        lock (gate)
        {
            var last = chain.Last;
            var newer = new Stack<Script>();
            var at = last;
            while (at is not null && at != seen && !BringsImports(at))
            {
                newer.Push(at);
                at = at.Previous;
            }
            if (at is null || at != seen)
            {
                LookUpAll();
            }
            foreach (var script in newer.Where(_ => at == seen))
            {
                Add(script.GetCompilation().ScriptClass!.GetMembers());
            }
            seen = last;
            return [.. names.Values];
        }
    }

    private static bool BringsImports(Script script) => script.Options.Imports.Length > 0
        || script.GetCompilation().SyntaxTrees.Any(tree => tree.GetCompilationUnitRoot() is { Usings.Count: > 0 });

    private void LookUpAll()
    {
        names.Clear();
        var compilation = chain.Next(string.Empty, "names.csx", []).GetCompilation();
        Add(compilation.GetSemanticModel(compilation.SyntaxTrees.Last()).LookupSymbols(0));
    }

    private void Add(IEnumerable<ISymbol> symbols)
    {
        foreach (var symbol in symbols.Where(symbol => symbol.ContainingType?.SpecialType != SpecialType.System_Object   // a script is an object too
            && Candidate.Fits(symbol, string.Empty)))
        {
            names[symbol.Name] = Candidate.Of(symbol, symbol is INamedTypeSymbol { Locations: [{ IsInSource: false }, ..] } ? Candidate.General : null);
        }
    }
}
