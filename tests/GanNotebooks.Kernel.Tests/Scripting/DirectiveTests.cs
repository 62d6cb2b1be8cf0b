using GanNotebooks.Kernel.Scripting;

namespace GanNotebooks.Kernel.Tests.Scripting;

public class DirectiveTests : SessionTest
{
    [Fact]
    public async Task Who_and_whos_list_variables_at_their_place()
    {
        await Run("int early = 1; string Name { get; set; } = \"n\"; void Hidden() { }");
        var (result, sink) = await Run("#!who\nvar late = new[] { 1, 2 };\n#!whos\nint after = 3;");
        Assert.True(result.Succeeded, result.Error?.ToString());
        Assert.Equal("early\nName", sink.Displays[0].Bundle["text/plain"]);
        var table = sink.Displays[1].Bundle["text/html"]!;
        Assert.Contains("<td>late</td><td>Int32[]</td><td>[ 1, 2 ]</td>", table, StringComparison.Ordinal);
        Assert.DoesNotContain("after", table, StringComparison.Ordinal);
        Assert.Equal(3, (await Run("after")).Result.Value);
    }

    [Fact]
    public async Task Markdown_stands_between_code_and_line_numbers_stay()
    {
        var (result, sink) = await Run("1 + 1\n#!markdown\n# Title\nint is no code\n#!csharp\nvar x = 1;\nthrow new Exception(\"e\");");
        Assert.Equal("# Title\nint is no code", sink.Displays[1].Bundle["text/markdown"]);
        Assert.Equal("2", sink.Displays[0].Bundle["text/plain"]);       // a value before the last part is shown at its place
        Assert.Contains("cell 1, line 7", result.Error!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lists_name_what_there_is()
    {
        var (_, sink) = await Run("#!lsmagic\n#!about");
        Assert.Contains("#!whos", sink.Displays[0].Bundle["text/html"], StringComparison.Ordinal);
        Assert.Contains("#r", sink.Displays[0].Bundle["text/plain"], StringComparison.Ordinal);
        Assert.Contains(System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription, sink.Displays[1].Bundle["text/plain"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!fsharp\nlet x = 1")]
    [InlineData("#!pwsh --flag")]
    [InlineData("var a = 1;\n#!share --from fsharp x")]
    [InlineData("#!markdown\n# T\n#!html\n<b>")]
    public async Task Another_language_is_refused_before_anything_runs(string code)
    {
        var (result, sink) = await Run("Console.Write(\"ran\");\n" + code);
        Assert.Equal(CellError.UnknownDirective, result.Error!.Name);
        Assert.Contains("#!markdown", result.Error.Message, StringComparison.Ordinal);
        Assert.Equal("", sink.Out);
    }

    [Fact]
    public async Task Import_runs_scripts_and_notebooks_relative_to_the_file_that_names_them()
    {
        Folder.Write("lib/outer.csx", "#!import inner.cs\nint outer = inner + 1;");
        Folder.Write("lib/inner.cs", "using System.IO;\nint inner = 1;\nclass Tool { public int N => 5; }");
        Folder.Write("lib/other.ipynb", """{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{"cell_type":"markdown","id":"m","metadata":{},"source":"# t"},{"cell_type":"code","id":"c","metadata":{},"execution_count":null,"outputs":[],"source":"#!import \"outer.csx\"\nvar fromNotebook = outer + 1;"}]}""");
        var (result, _) = await Run("#!import \"lib/other.ipynb\"\nfromNotebook + new Tool().N");
        Assert.True(result.Succeeded, result.Error?.ToString());
        Assert.Equal(8, result.Value);
        Assert.True((await Run("Path.GetFileName(\"x\")")).Result.Succeeded);   // its usings too
    }

    [Fact]
    public async Task Errors_of_imports_name_the_file()
    {
        Folder.Write("bad.csx", "\nthrow new FormatException(\"f\");");
        Folder.Write("self.csx", "#!import self.csx");
        Folder.Write("torn.ipynb", "{");
        Folder.Write("text.txt", "hello");
        Assert.Contains("   at bad.csx, line 2", (await Run("#!import bad.csx")).Result.Error!.Traceback);
        Assert.Contains("import itself: self.csx → self.csx", (await Run("#!import self.csx")).Result.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("torn.ipynb, line 1: this is not JSON", (await Run("#!import torn.ipynb")).Result.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("expected .ipynb, .cs or .csx", (await Run("#!import text.txt")).Result.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("cell 5, line 2: #!import none.csx: no such file", (await Run("\n#!import none.csx")).Result.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("needs a file", (await Run("#!import")).Result.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_of_usings_or_comments_alone_runs_and_counts()
    {
        Assert.True((await Run("using System.IO;")).Result.Succeeded);
        Assert.True((await Run("// nothing")).Result.Succeeded);
        Assert.True((await Run("#!csharp")).Result.Succeeded);
        Assert.Equal("b", (await Run("Path.GetFileName(\"a/b\")")).Result.Value);
    }
}
