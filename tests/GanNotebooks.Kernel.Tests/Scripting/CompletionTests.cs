using GanNotebooks.Kernel.Scripting;

namespace GanNotebooks.Kernel.Tests.Scripting;

public class CompletionTests : SessionTest
{
    // The cursor is where the bar stands.
    private async Task<Completion> Complete(string marked) =>
        await Session.CompleteAsync(marked.Replace("|", "", StringComparison.Ordinal), marked.IndexOf('|', StringComparison.Ordinal));

    private async Task<List<string>> Texts(string marked) => [.. (await Complete(marked)).Items.Select(item => item.Text)];

    [Theory]
    [InlineData("Console.Wri|", "Write WriteLine")]
    [InlineData("console|", "Console ConsoleCancelEventArgs ConsoleCancelEventHandler ConsoleColor ConsoleKey ConsoleKeyInfo ConsoleModifiers ConsoleSpecialKey")]
    [InlineData("\"text\".len|", "Length")]
    [InlineData("new List<int> { 1 }.Where(x => x.CompareT|", "CompareTo")]
    [InlineData("new List<int>().sel|", "Select SelectMany")]
    [InlineData("string s = null; s?.tol|", "ToLower ToLowerInvariant ToList ToLookup")]
    [InlineData("foreach (var c in \"abc\") { c.GetHash|", "GetHashCode")]
    [InlineData("$\"{1.5.ToStr|", "ToString")]
    [InlineData("DateTime.Now.AddMi|;\nint after = 1;", "AddMicroseconds AddMilliseconds AddMinutes")]
    [InlineData("using System.Text.Enc|", "Encodings")]
    [InlineData("using static System.Mat|", "Math MathF")]
    [InlineData("List<string> l = new Li|", "List<string> LinkedList LinkedListNode List")]
    [InlineData("int later = lo|; int local = 3; void locked() { }", "local locked lock long")]
    [InlineData("System.Threading.CancellationTokenS|", "CancellationTokenSource")]
    [InlineData("int? n = 1; n.HasV|", "HasValue")]
    [InlineData("new UriBuilder { Hos|", "Host")]
    [InlineData("Math.Max(val|", "val1: val2:")]
    public async Task What_fits_is_found(string marked, string expected)
    {
        var found = await Texts(marked);
        Assert.Equal(expected.Split(' '), found.Take(expected.Split(' ').Length));
    }

    [Fact]
    public async Task Names_of_earlier_cells_come_first_also_after_imports_and_redeclarations()
    {
        await Run("int value1 = 1; class ValueBox { public int Inside; }");
        Assert.Equal(["value1", "ValueBox", "ValueTask", "ValueTuple", "ValueType"], await Texts("value|"));
        await Run("using System.Text.Json; string value1 = \"s\"; int ValueOf(int n) => n;");
        Assert.Equal(["value1", "ValueBox", "ValueOf"], (await Texts("value|")).Take(3));
        Assert.Equal("JsonSerializer", (await Texts("JsonSerializer|"))[0]);
        Assert.Equal(["Substring"], await Texts("value1.Subs|"));
        Assert.Equal(["Inside"], await Texts("new ValueBox().Ins|"));
    }

    [Fact]
    public async Task Kinds_and_places_are_told()
    {
        await Run("int count = 1;");
        var completion = await Complete("var q = coun|ts;");
        Assert.Equal((8, 12), (completion.Start, completion.End));
        Assert.Equal(new CompletionItem("count", "instance"), completion.Items[0]);
        Assert.Equal("function", (await Complete("Console.WriteL|")).Items[0].Kind);
        Assert.Equal("class", (await Complete("StringBuil|")).Items[0].Kind);
        Assert.Equal("module", (await Complete("System.Threadin|")).Items[0].Kind);
        Assert.Equal("keyword", (await Complete("foreac|")).Items[0].Kind);
        Assert.Equal("property", (await Complete("\"\".Leng|")).Items[0].Kind);
    }

    [Theory]
    [InlineData("// a comm|")]
    [InlineData("/* a comm|")]
    [InlineData("var s = \"tex|")]
    [InlineData("var s = $\"tex|")]
    [InlineData("var n = 12|")]
    [InlineData("nowhere.|")]
    [InlineData("#!markdown\n# Cons|")]
    public async Task Nothing_is_offered_where_nothing_fits(string marked) => Assert.Empty((await Complete(marked)).Items);

    [Fact]
    public async Task After_a_closed_string_or_comment_there_is_help_again()
    {
        Assert.Contains("Length", await Texts("/* c */ \"abc\".L|"));
        Assert.Contains("Console", await Texts("/* c */ Cons|"));
    }

    [Fact]
    public async Task Directives_and_the_files_they_name_are_completed_and_nothing_is_loaded()
    {
        Folder.Write("lib/tools.csx", "throw new Exception();");
        Folder.Write("lib/tools.dll", "none");
        Folder.Write("lessons.ipynb", "{}");
        Assert.Equal(["#!who", "#!whos"], await Texts("#!wh|"));
        Assert.Equal(["lib/"], await Texts("#load \"li|"));
        Assert.Equal(["tools.csx"], await Texts("int x;\n#load \"lib/t|"));
        Assert.Equal(["tools.dll"], await Texts("#r \"lib/|"));
        Assert.Equal(["lessons.ipynb"], await Texts("#!import less|"));
        Assert.Empty(await Texts("#r \"nuget:Hum|"));
        Assert.Equal(["Write", "WriteLine"], await Texts("#load \"lib/tools.csx\"\n#!time\nConsole.Wri|"));
    }

    [Fact]
    public async Task Odd_cursors_and_code_harm_nothing()
    {
        Assert.DoesNotContain((await Session.CompleteAsync("Console.", -5)).Items, item => item.Text == "Write");
        Assert.NotEmpty((await Session.CompleteAsync("Console.", 500)).Items);
        Assert.NotEmpty((await Session.CompleteAsync("", 0)).Items);
        foreach (var code in new[] { ".", "..", "?.", "a?.", "{", ")", "x => ", "\"", "@", "#", "new", "new ", "using", "𝛼.", "\r\n\r\n.", "case 1:" })
        {
            await Session.CompleteAsync(code, code.Length);
            await Session.InspectAsync(code, code.Length);
        }
    }

    [Fact]
    public async Task A_running_cell_does_not_hold_completion_up()
    {
        using var stop = new CancellationTokenSource();
        var sink = new RecordingSink();
        var running = Session.RunAsync("Console.Write(\"go\"); while (true) { }", 1, sink, stop.Token);
        await sink.FirstOutput.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Contains("WriteLine", await Texts("Console.Wri|").WaitAsync(TimeSpan.FromSeconds(20)));
        await stop.CancelAsync();
        await running;
    }
}
