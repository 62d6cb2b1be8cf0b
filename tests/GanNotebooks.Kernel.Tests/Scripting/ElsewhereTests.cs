using GanNotebooks.Kernel.Scripting;

namespace GanNotebooks.Kernel.Tests.Scripting;

/// <summary>Cells as they are written elsewhere: in programs, and in notebooks of other languages.</summary>
[Collection(nameof(AloneInTheProcess))]       // one test replaces the console, which all sessions share
public class ElsewhereTests : SessionTest
{
    private const string Thing = "class Thing : IDisposable { public static string Log = \"\"; public string Name; public void Dispose() => Log += Name; }";

    [Theory]
    [InlineData("using var d = new Thing { Name = \"a\" };", "d.Name", "a")]
    [InlineData("using Thing d = new() { Name = \"b\" }, e = new() { Name = \"c\" };", "d.Name + e.Name", "bc")]
    [InlineData("await using var d = new System.IO.MemoryStream();", "d.CanRead ? \"open\" : \"closed\"", "open")]
    [InlineData("using System.IO.MemoryStream d = new();", "d.CanRead ? \"open\" : \"closed\"", "open")]
    [InlineData("int[] a = [1]; using System.Collections.Generic.List<int>.Enumerator d = new List<int> { 1 }.GetEnumerator();", "$\"{a.Length}\"", "1")]
    [InlineData("using IO = System.IO.Path;\nusing static System.Math;\nusing (var d = new Thing { Name = \"x\" }) { }", "IO.GetFileName(\"a/b\") + Abs(-1) + Thing.Log", "b1x")]
    [InlineData("void F() { using var d = new Thing { Name = \"y\" }; }\nF();", "Thing.Log", "y")]
    public async Task A_using_declaration_is_a_variable_of_the_notebook(string cell, string then, string expected)
    {
        await Run(Thing);
        var (result, _) = await Run(cell);
        Assert.True(result.Succeeded, result.Error?.ToString());
        Assert.Equal(expected, (await Run(then)).Result.Value);
    }

    [Fact]
    public async Task What_it_declares_is_disposed_when_the_cell_runs_again_and_when_the_session_ends()
    {
        using var session = new CSharpSession(Folder.Path);
        var log = new List<string>();
        AppDomain.CurrentDomain.SetData("log", log);
        await Cell("class Thing : IDisposable { public string Name; public void Dispose() => ((List<string>)AppDomain.CurrentDomain.GetData(\"log\")).Add(Name); }", "c");
        await Cell("using var d = new Thing { Name = \"first\" };", "d");
        await Cell("using var other = new Thing { Name = \"other\" };", "e");
        Assert.Empty(log);
        await Cell("using var d = new Thing { Name = \"second\" };", "d");
        Assert.Equal(["first"], log);
        session.Dispose();
        Assert.Equal(["first", "second", "other"], log);

        async Task Cell(string code, string id) => Assert.True((await session.RunAsync(code, 1, new RecordingSink(), run: new CellRun { CellId = id })).Succeeded);
    }

    [Fact]
    public async Task What_a_disposal_writes_is_shown_in_the_cell_that_runs_again()
    {
        using var session = new CSharpSession(Folder.Path);
        var sink = new RecordingSink();
        await Cell("class Loud : IDisposable { public void Dispose() => Console.Write(\"disposed\"); }", "c");
        await Cell("using var d = new Loud();", "d");
        Assert.Equal("", sink.Out);
        await Cell("using var d = new Loud();", "d");
        Assert.Equal("disposed", sink.Out);

        async Task Cell(string code, string id) => Assert.True((await session.RunAsync(code, 1, sink, run: new CellRun { CellId = id })).Succeeded);
    }

    [Fact]
    public async Task Classes_of_extension_methods_can_be_declared_used_and_changed()
    {
        Assert.True((await Run("using System.IO;")).Result.Succeeded);
        Assert.Equal("A", (await Run("public static class E { public static string Loud(this string s) => Path.GetFileName(s).ToUpper(); }\n\"x/a\".Loud()")).Result.Value);
        Assert.Equal("B", (await Run("\"b\".Loud()")).Result.Value);
        Assert.True((await Run("public static class E { public static string Loud(this string s) => Path.GetFileName(s).ToUpper(); }")).Result.Succeeded);
        Assert.True((await Run("static class E { internal static string Loud(this string s) => s + \"!\"; }")).Result.Succeeded);
        Assert.Equal("b!", (await Run("\"b\".Loud()")).Result.Value);
        Assert.Equal(6, (await Run("class Two { public int N = 2; }\nstatic class F { public static int Times(this Two t, int n) => t.N * n; }\nnew Two().Times(3)")).Result.Value);
        Assert.Equal(4, (await Run("static class G { extension(int n) { public int Doubled => 2 * n; } }\n2.Doubled")).Result.Value);
    }

    [Theory]
    [InlineData("namespace N { class C { internal int X => 3; } }\nnew N.C().X")]
    [InlineData("namespace N.M;\nenum E { A = 3 }\nclass C { public int X => (int)E.A; }", "new N.M.C().X")]
    public async Task Namespaces_can_be_declared(string cell, string? then = null)
    {
        var (result, _) = await Run(cell);
        Assert.True(result.Succeeded, result.Error?.ToString());
        Assert.Equal(3, then is null ? result.Value : (await Run(then)).Result.Value);
    }

    [Fact]
    public async Task Where_such_types_do_not_compile_the_error_says_what_they_see()
    {
        await Run("class Mine { }");
        var (result, _) = await Run("\npublic static class E { public static int N(this Mine m) => 1; }");
        Assert.Contains("types of their own cell", result.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("cell 2, line 2: CS0246", result.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("!pip install torch", "!pip is a shell command of Python notebooks")]
    [InlineData("%matplotlib inline\n!pip install torch\nvar x = 1;", "magic command")]
    [InlineData("%%python\nprint('a')", "%%python is a magic command")]
    [InlineData("var x = 1;\n%time x", "#!time prints")]
    [InlineData("import torch\nprint(1)", "looks like Python")]
    [InlineData("from torch import nn", "looks like Python")]
    [InlineData("def f(x):\n    return x", "looks like Python")]
    [InlineData("print('hi')", "looks like Python")]
    [InlineData("let x = 1", "looks like F#")]
    [InlineData("open System", "looks like F#")]
    [InlineData("#!fsharp\nlet x = 1", "what follows is F#")]
    [InlineData("#!pwsh\nls", "what follows is PowerShell")]
    public async Task Other_languages_are_named_with_what_to_write_instead(string cell, string said)
    {
        var (result, _) = await Run(cell);
        Assert.Contains(said, result.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("cell 1, line ", result.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var a = 7\n  % 4;\nvar b = true\n  && !false;\nclass let { }\nlet x = null;\nx is null && a == 3", true)]
    [InlineData("void print(object o) { }\nprint(1);\nb", null)]
    public async Task Csharp_that_looks_like_them_runs_or_fails_as_csharp(string cell, object? value)
    {
        var (result, _) = await Run(cell);
        Assert.Equal(value, result.Value);
        Assert.DoesNotContain("looks like", result.Error?.Message ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_console_that_a_cell_has_replaced_is_back_in_the_next_cell()
    {
        var (_, first) = await Run("var mine = new System.IO.StringWriter(); Console.SetOut(mine); Console.SetError(mine); Console.Write(1);");
        Assert.Equal("", first.Out);
        var (_, second) = await Run("Console.Write(2); Console.Error.Write(3); mine.ToString()");
        Assert.Equal(("2", "3"), (second.Out, second.ErrorText));
        Assert.Equal("1", second.Result!["text/plain"]);
    }
}
