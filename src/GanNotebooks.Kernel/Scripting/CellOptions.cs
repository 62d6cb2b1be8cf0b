using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>How cells are compiled.</summary>
internal static class CellOptions
{
    // The same as .NET Interactive's: a notebook that uses files must write using System.IO itself.
    private static readonly string[] Imports =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
        "Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.Kernel",   // the second is a static class: its functions need no prefix
    ];

    /// <summary>How the parser reads a cell.</summary>
    public static CSharpParseOptions Parsing { get; } = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    public static ScriptOptions For(string workingDirectory, References references) => ScriptOptions.Default
        .WithLanguageVersion(LanguageVersion.Latest)
        .WithImports(Imports)
        .WithMetadataResolver(references)
        .WithReferences(References.Framework)
        .WithSourceResolver(new SourceFileResolver(ImmutableArray<string>.Empty, workingDirectory))
        .WithEmitDebugInformation(true)
        .WithOptimizationLevel(OptimizationLevel.Release)   // loops over pixels in cells should run at full speed
        .WithFileEncoding(Encoding.UTF8)
        .WithAllowUnsafe(true);
}
