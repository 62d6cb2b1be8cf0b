using Microsoft.CodeAnalysis.CSharp;

namespace GanNotebooks.Kernel.Scripting.Packages;

/// <summary>Reads the files that code loads, before it is compiled.</summary>
internal static class LoadedFiles
{
    /// <summary>The package directives in the loaded files, and in the files that they load.</summary>
    /// <param name="code">C#.</param>
    /// <param name="path">Its file name, to which paths in it are relative.</param>
    /// <param name="workingDirectory">The notebook's folder.</param>
    public static IEnumerable<Directive> PackagesOf(string code, string path, string workingDirectory) =>
        PackagesOf(code, path, workingDirectory, []);

    private static IEnumerable<Directive> PackagesOf(string code, string path, string workingDirectory, HashSet<string> seen)
    {
        if (!code.Contains("#load", StringComparison.Ordinal))
        {
            return [];
        }
        return CSharpSyntaxTree.ParseText(code, CellOptions.Parsing).GetCompilationUnitRoot().GetLoadDirectives()
            .Select(load => References.PathOf(load.File.ValueText, path, workingDirectory))
            .Where(file => seen.Add(file) && File.Exists(file))
            .SelectMany(file =>
            {
                var loaded = File.ReadAllText(file);
                return Directive.In(loaded).Where(directive => directive.IsPackage).Concat(PackagesOf(loaded, file, workingDirectory, seen));
            });
    }
}
