using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Text;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>Code compiled against the submissions before it, loaded and ready to run.</summary>
/// <param name="Script">The compiled script.</param>
/// <param name="Type">The class whose fields are the code's variables; its one instance is made by the run.</param>
/// <param name="Start">Runs the code; takes the instances of the submissions before it by slot, and puts its own into the next.</param>
/// <param name="Code">The code with the checks in it, line by line as it was written.</param>
/// <param name="Symbols">The portable debug symbols, which name the lines and columns of <paramref name="Code"/>.</param>
internal sealed record CompiledCell(Script<object> Script, Type Type, Func<object?[], Task<object?>> Start, SourceText Code, byte[] Symbols)
{
    private static readonly EmitOptions Emission = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    /// <summary>Compiles and loads code.</summary>
    /// <param name="script">The code, continuing that of the submissions before.</param>
    /// <param name="into">The load context of the submissions before it.</param>
    /// <param name="cancel">Cancels the compilation.</param>
    /// <returns>The submission, or null when there are errors, or nothing to run.</returns>
    public static (CompiledCell? Cell, ImmutableArray<Diagnostic> Diagnostics) Compile(
        Script<object> script, AssemblyLoadContext into, CancellationToken cancel)
    {
        var compilation = StopChecks.In(script.GetCompilation());
        using var code = new MemoryStream();
        using var lines = new MemoryStream();
        var emitted = compilation.Emit(code, lines, options: Emission, cancellationToken: cancel);
        if (!emitted.Success)
        {
            return (null, script.GetCompilation().GetDiagnostics(cancel));   // of the code as it was written
        }
        code.Position = lines.Position = 0;
        var entry = compilation.GetEntryPoint(cancel)!;
        var type = into.LoadFromStream(code, lines).GetType(entry.ContainingType.MetadataName, throwOnError: true)!;
        var start = type.GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
        return (new CompiledCell(script, type, start, compilation.SyntaxTrees.Last().GetText(cancel), lines.ToArray()), emitted.Diagnostics);
    }

    /// <summary>Whether the code ends in an expression without a semicolon whose value may be shown, even null.</summary>
    public bool EndsInExpression()
    {
        var compilation = Script.GetCompilation();
        var tree = compilation.SyntaxTrees.Last();   // loaded files come first
        return tree.GetCompilationUnitRoot().Members.LastOrDefault() is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last }
            && compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type is { SpecialType: not SpecialType.System_Void };
    }
}
