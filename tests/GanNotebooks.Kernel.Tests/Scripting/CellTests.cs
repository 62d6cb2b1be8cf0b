namespace GanNotebooks.Kernel.Tests.Scripting;

public class CellTests : SessionTest
{
    [Fact]
    public async Task A_cell_sees_what_earlier_cells_declared()
    {
        await Run("int Twice(int n) => 2 * n; var x = 20;");
        await Run("x++;");
        var (result, sink) = await Run("Twice(x)");
        Assert.Equal(42, result.Value);
        Assert.Equal("42", sink.Result!["text/plain"]);
    }

    [Theory]
    [InlineData("1 + 1", true)]
    [InlineData("(string)null", true)]
    [InlineData("1.ToString();", false)]
    [InlineData("var y = 3;", false)]
    [InlineData("GC.KeepAlive(1)", false)]
    [InlineData("", false)]
    public async Task Only_a_trailing_expression_without_semicolon_is_a_value(string code, bool hasValue)
    {
        var (result, sink) = await Run(code);
        Assert.True(result.Succeeded, result.Error?.ToString());
        Assert.Equal(hasValue, result.HasValue);
        Assert.Equal(hasValue, sink.Result is not null);
    }

    [Fact]
    public async Task Await_works_and_comes_back_to_the_cells_thread()
    {
        var (result, _) = await Run("var before = Environment.CurrentManagedThreadId; await Task.Delay(5); await Task.Yield(); before == Environment.CurrentManagedThreadId");
        Assert.Equal(true, result.Value);
    }

    [Fact]
    public async Task The_console_goes_to_the_sink_and_comes_back()
    {
        var real = Console.Out;
        var (_, sink) = await Run("Console.Write(\"a\"); Console.WriteLine(1.5); Console.Error.WriteLine(\"e\"); await Task.Run(() => Console.Write(\"b\")); Console.ReadLine()");
        Assert.Equal("a1.5\nb", sink.Out);
        Assert.Equal("e\n", sink.ErrorText);
        Assert.Equal("null", sink.Result!["text/plain"]);
        Assert.DoesNotContain("CellWriter", real.GetType().Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_prints_the_wall_time_and_keeps_line_numbers()
    {
        var (_, timed) = await Run("#!time\n1 + 1");
        Assert.Matches(@"^Wall time: [\d.,]+ ms\n$", timed.Out);
        var (failed, _) = await Run("#!time\n\nthrow new Exception();");
        Assert.Contains("cell 2, line 3", failed.Error!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_directive_is_named_and_one_in_a_string_is_not_a_directive()
    {
        var (result, sink) = await Run("var a = 1;\n#!pwsh\nls");
        Assert.Equal("UnknownDirective", result.Error!.Name);
        Assert.StartsWith("cell 1, line 2: #!pwsh", Assert.Single(sink.Errors).Message, StringComparison.Ordinal);
        var (text, _) = await Run("var s = \"\"\"\n#!pwsh\n\"\"\"; s");
        Assert.Equal("#!pwsh", text.Value);
    }

    [Fact]
    public async Task System_IO_is_not_imported_as_in_dotnet_interactive()
    {
        var (result, _) = await Run("File.Exists(\"a\")");
        Assert.Contains("CS0103", result.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warm_up_declares_nothing_and_shows_nothing()
    {
        await Session.WarmUpAsync();
        var (result, sink) = await Run("1 + 1");
        Assert.Equal(2, result.Value);
        Assert.Empty(sink.Displays);
    }

    [Fact]
    public async Task Sessions_share_nothing()
    {
        await Run("var mine = 1; Microsoft.DotNet.Interactive.Formatting.Formatter.Register<int>(n => \"int!\");");
        using var other = new GanNotebooks.Kernel.Scripting.CSharpSession(Folder.Path);
        var sink = new RecordingSink();
        await other.RunAsync("7", 1, sink);
        Assert.Equal("7", sink.Result!["text/plain"]);
        Assert.False((await other.RunAsync("mine", 2, sink)).Succeeded);
    }
}
