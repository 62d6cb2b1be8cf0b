using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Scripting;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>Classes of extension methods, and namespaces: C# scripts have neither. The types of a cell that declares one are compiled as a separate assembly.</summary>
/// <remarks>Such types see packages, libraries and each other, and not the variables and types of other cells. They are public, so that cells see them.</remarks>
internal sealed class SeparateTypes
{
    /// <summary>The advice when such types do not compile.</summary>
    public const string Advice =
        "Classes of extension methods, and namespaces, are compiled on their own: they see packages, libraries and the types of their own cell, and not what other cells declare. Declare what they need in the same cell, or pass it as a parameter.";

    private readonly AssemblyLoadContext cells;
    private readonly Dictionary<string, System.Reflection.Assembly> byName = [];
    private readonly Dictionary<string, (string Code, int Version, MetadataReference Reference)> latest = [];
    private readonly HashSet<MetadataReference> replaced = [];

    public SeparateTypes(AssemblyLoadContext cells)
    {
        this.cells = cells;
        cells.Resolving += Find;
    }

    /// <summary>Splits a cell: the types that must be separate, and the rest. Both keep every line and column.</summary>
    /// <returns>The types are null when there is nothing to split off.</returns>
    public static (string? Types, string Others) Split(string code)
    {
        if (!code.Contains("this", StringComparison.Ordinal) && !code.Contains("namespace", StringComparison.Ordinal) && !code.Contains("extension", StringComparison.Ordinal))
        {
            return (null, code);
        }
        var root = CSharpSyntaxTree.ParseText(code, CellOptions.Parsing).GetCompilationUnitRoot();
        if (!root.Members.Any(member => member is BaseNamespaceDeclarationSyntax || IsOfExtensions(member)))
        {
            return (null, code);
        }
        var types = code.Select(c => c is '\n' or '\r' ? c : ' ').ToArray();
        var rest = code.ToCharArray();
        foreach (var member in root.Members.Where(member => member is BaseNamespaceDeclarationSyntax or BaseTypeDeclarationSyntax or DelegateDeclarationSyntax))
        {
            for (var at = member.SpanStart; at < member.Span.End; at++)
            {
                (types[at], rest[at]) = (code[at], types[at]);
            }
        }
        return (new string(types), new string(rest));
    }

    /// <summary>Compiles types and loads them.</summary>
    /// <param name="types">The types from <see cref="Split"/>.</param>
    /// <param name="path">The cell's file name.</param>
    /// <param name="rest">The rest of the cell, continuing those before it: its usings and references are those of the types.</param>
    /// <param name="cancel">Cancels the compilation.</param>
    /// <returns>A reference for the rest, or the errors. Null without errors when nothing has changed since the last run.</returns>
    public (MetadataReference? Reference, ImmutableArray<Diagnostic> Errors) Compile(string types, string path, Script rest, CancellationToken cancel)
    {
        var tree = CSharpSyntaxTree.ParseText(types, CellOptions.Parsing.WithKind(SourceCodeKind.Regular), path, System.Text.Encoding.UTF8, cancel);
        var root = (CompilationUnitSyntax)new PublicTypes().Visit(tree.GetRoot(cancel))!;
        var name = "types_" + UserCache.NameOf(string.Join('\n', root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(type => type.Identifier.Text).Order(StringComparer.Ordinal)));
        var version = 1;
        if (latest.TryGetValue(name, out var before))
        {
            if (before.Code == types)
            {
                return (null, []);
            }
            version = before.Version + 1;
        }
        var chain = Chain(rest).ToList();
        var assembly = SyntaxFactory.ParseSyntaxTree(
            string.Create(CultureInfo.InvariantCulture, $"{UsingsOf(chain)}\n[assembly: System.Reflection.AssemblyVersion(\"{version}.0.0.0\")]"), tree.Options, cancellationToken: cancel);
        var compilation = CSharpCompilation.Create(name, [assembly, tree.WithRootAndOptions(root, tree.Options)],
            chain.SelectMany(script => script.GetCompilation().References.Concat(script.GetCompilation().DirectiveReferences)).Distinct().Where(reference => !replaced.Contains(reference) && reference != before.Reference),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true)
                .WithMetadataReferenceResolver(rest.Options.MetadataResolver));
        using var code = new MemoryStream();
        using var lines = new MemoryStream();
        var emitted = StopChecks.In(compilation).Emit(code, lines, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb), cancellationToken: cancel);
        if (!emitted.Success)
        {
            return (null, compilation.GetDiagnostics(cancel));   // of the code as it was written
        }
        code.Position = lines.Position = 0;
        var context = new AssemblyLoadContext(name);
        context.Resolving += Find;
        var loaded = context.LoadFromStream(code, lines);
        byName[loaded.GetName().FullName] = loaded;
        if (before.Reference is not null)
        {
            replaced.Add(before.Reference);
        }
        latest[name] = (types, version, MetadataReference.CreateFromImage(code.ToArray()));
        return (latest[name].Reference, []);
    }

    private System.Reflection.Assembly? Find(AssemblyLoadContext context, System.Reflection.AssemblyName name) => byName.GetValueOrDefault(name.FullName);

    private static bool IsOfExtensions(MemberDeclarationSyntax member) => member is ClassDeclarationSyntax type
        && type.Members.Any(inner => inner is ExtensionBlockDeclarationSyntax
            || inner is MethodDeclarationSyntax { ParameterList.Parameters: [var first, ..] } && first.Modifiers.Any(SyntaxKind.ThisKeyword));

    private static IEnumerable<Script> Chain(Script? script)
    {
        for (; script is not null; script = script.Previous)
        {
            yield return script;
        }
    }

    private static string UsingsOf(List<Script> chain) => string.Join('\n', chain
        .SelectMany(script => script.GetCompilation().SyntaxTrees.SelectMany(tree => tree.GetCompilationUnitRoot().Usings)
            .Select(directive => $"global {directive.WithoutTrivia()}")
            .Concat(script.Options.Imports.Select(import => import == "Microsoft.DotNet.Interactive.Kernel" ? $"global using static {import};" : $"global using {import};")))
        .Distinct());

    /// <summary>Makes types and their internal members public.</summary>
    private sealed class PublicTypes : CSharpSyntaxRewriter
    {
        public override SyntaxNode? Visit(SyntaxNode? node)
        {
            var visited = base.Visit(node);
            if (visited is not MemberDeclarationSyntax member)
            {
                return visited;
            }
            var isTop = node!.Parent is BaseNamespaceDeclarationSyntax or CompilationUnitSyntax && member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax;
            var isInternal = member.Modifiers.FirstOrDefault(modifier => modifier.Kind() is SyntaxKind.InternalKeyword or SyntaxKind.FileKeyword);
            return isInternal != default ? member.WithModifiers(member.Modifiers.Replace(isInternal, Public.WithTriviaFrom(isInternal)))
                : isTop && !member.Modifiers.Any(SyntaxKind.PublicKeyword) ? Published(member)
                : member;
        }

        private static SyntaxToken Public => SyntaxFactory.Token(SyntaxKind.PublicKeyword);

        private static MemberDeclarationSyntax Published(MemberDeclarationSyntax member)
        {
            var leading = member.GetLeadingTrivia();
            var bare = member.WithLeadingTrivia();
            return bare.WithModifiers(bare.Modifiers.Insert(0, Public.WithTrailingTrivia(SyntaxFactory.Space))).WithLeadingTrivia(leading);
        }
    }
}
