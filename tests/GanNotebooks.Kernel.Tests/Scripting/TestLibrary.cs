using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GanNotebooks.Kernel.Tests.Scripting;

/// <summary>Small assemblies made on the spot.</summary>
internal static class TestLibrary
{
    /// <summary>Compiles code into FOLDER/NAME.dll.</summary>
    public static string Compile(string code, string folder, string name, params string[] references)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name + ".dll");
        var result = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(code)],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location), MetadataReference.CreateFromFile(typeof(System.Runtime.InteropServices.NativeLibrary).Assembly.Location), .. references.Select(file => MetadataReference.CreateFromFile(file))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(path);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return path;
    }
}
