using GanNotebooks.Kernel.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GanNotebooks.Kernel.Tests.Scripting;

/// <summary>Cells with mistakes in them: each is taken apart, judged and given its checks as the compiler would see it. None is run.</summary>
public class CellFuzzTests
{
    private static readonly string[] Pieces =
        ["{", "}", "(", ")", ";", "\"", "\"\"\"", "$\"{", "#!time\n", "#!markdown\n", "#r \"nuget:", "#load \"", "#!import x\n", "using var d = x;", "using X = Y;", "=>", "this", "namespace N;", "namespace N { }", "extension(string s) { }", "async ", "await ", "%%", "\n!pip x\n", "\0", "\ud83d", "é", "/*", "//", "<", "operator +", "get;", "yield return 1;", "goto a;", "\r\n", "#if X\n"];

    private static readonly string[] Originals =
    [
        """
        using System.IO;
        using var reader = new StringReader("a");
        int F(int n) => n < 2 ? 1 : F(n - 1) + F(n - 2);
        public static class E { public static string Loud(this string s) => s.ToUpper(); }
        foreach (var i in Enumerable.Range(0, 3)) { Console.WriteLine($"{i}: {F(i)}"); }
        Func<int, Task<int>> g = async n => { await Task.Delay(1); return n; };
        record P(int X) { public int Twice => 2 * X; public static P operator +(P a, P b) => new(a.X + b.X); public int this[int i] { get { return i; } set => _ = value; } }
        var text = @"x "" y"; var raw = $$"Text {{1}}";
        await g(3)
        """,
        "#!time\n#r \"nuget: Name, 1.0\"\n#i \"nuget: /feed\"\nvar x = 1;\n#!markdown\n# Title\n#!csharp\nx.Display(\"text/html\");\n#!whos\nx",
        "namespace N { class C { internal int X => 3; delegate int D(); enum E { A } } }\nusing (var s = new System.IO.MemoryStream()) { do { s.WriteByte(1); } while (s.Length < 3); }\nint[] a = [1, 2]; a[^1]",
    ];

    [Fact]
    public void Changed_cells_are_taken_apart_and_judged()
    {
        var framework = References.Framework.ToList();
        for (var seed = 0; seed < Fuzzing.Count; seed++)
        {
            var code = Fuzzing.Mutate(Originals[seed % Originals.Length], Pieces, new Random(seed));
            Fuzzing.Try(seed, code, text => TakeApart(text, framework));
        }
    }

    private static void TakeApart(string code, List<MetadataReference> framework)
    {
        CSharpSession.CompletenessOf(code);
        OtherLanguages.HintFor(code);
        foreach (var part in CellSource.Parse(code).Parts.OfType<CellPart.Code>())
        {
            var (plain, _) = UsingDeclarations.ToVariables(part.Text);
            Assert.Equal(part.Text.Length, plain.Length);
            var (types, rest) = SeparateTypes.Split(plain);
            Assert.Equal(plain.Count('\n'), rest.Count('\n'));
            Assert.Equal(plain.Count('\n'), types?.Count('\n') ?? plain.Count('\n'));
            var tree = CSharpSyntaxTree.ParseText(rest, CellOptions.Parsing);
            var compilation = CSharpCompilation.CreateScriptCompilation("fuzz", tree, framework);
            Assert.Equal(rest.Count('\n'), StopChecks.In(compilation).SyntaxTrees.Single().ToString().Count('\n'));
        }
    }
}
