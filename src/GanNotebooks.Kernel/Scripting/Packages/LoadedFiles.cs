using Microsoft.CodeAnalysis.CSharp;

namespace GanNotebooks.Kernel.Scripting.Packages;

/// <summary>Looks into the files that code loads, before it is compiled.</summary>
internal static class LoadedFiles
{
    /// <summary>The packages that the loaded files ask for, and the files that they load in turn.</summary>
    /// <param name="code">C#.</param>
    /// <param name="path">Its file name, which paths in it are relative to.</param>
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
