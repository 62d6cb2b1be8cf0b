using System.Data;
using GanNotebooks.Kernel.Display;
using GanNotebooks.Kernel.Tests.Scripting;

namespace GanNotebooks.Kernel.Tests.Display;

public class ValueTests : SessionTest
{
    private readonly FormatterRegistry registry = new();

    private string? Html(object value) => registry.Format(value)["text/html"];

    private string? Text(object value) => registry.Format(value)["text/plain"];

    [Fact]
    public void Single_values_read_the_same_in_every_country()
    {
        Assert.Equal("1234.5", Text(1234.5));
        Assert.Equal("2026-11-25 14:00:00", Text(new DateTime(2026, 11, 25, 14, 0, 0)));
        Assert.Equal("2026-11-25", Text(new DateOnly(2026, 11, 25)));
        Assert.Equal("Dictionary<String, Int32>", Text(typeof(Dictionary<string, int>)));
        Assert.Equal("Monday", Text(DayOfWeek.Monday));
    }

    [Fact]
    public void Structures_open_within_tables()
    {
        var html = Html(new[] { new { Name = "a", Inner = new { X = 1, Y = "<" }, List = new[] { new { Z = 2 } } } })!;
        Assert.Contains("<th>Name</th><th>Inner</th><th>List</th>", html, StringComparison.Ordinal);
        Assert.Contains("<details><summary>{ X = 1, Y = &lt; }</summary><table>", html, StringComparison.Ordinal);
        Assert.Contains("<td>Z</td>".Replace("td", "th", StringComparison.Ordinal), html, StringComparison.Ordinal);
    }

    [Fact]
    public void Something_that_holds_itself_ends()
    {
        var node = new Node("root");
        node.Next = node;
        Assert.Contains("root", Html(node), StringComparison.Ordinal);
        var list = new List<object>();
        list.Add(list);
        Assert.Contains("<table>", Html(list), StringComparison.Ordinal);
    }

    [Fact]
    public void Records_and_anonymous_objects_are_text_and_table()
    {
        Assert.Equal("{ A = 1 }", Text(new { A = 1 }));
        Assert.Contains("<td>A</td><td>1</td>", Html(new { A = 1 }), StringComparison.Ordinal);
        Assert.Equal("Pair { Left = 1, Right = r }", Text(new Pair(1, "r")));
        Assert.Contains("<td>Right</td><td>r</td>", Html(new Pair(1, "r")), StringComparison.Ordinal);
        Assert.Null(Html((1, "a")));
        Assert.Equal("anonymous[]\n  N = 1, T = [ 2 ]", Text(new[] { new { N = 1, T = new[] { 2 } } }));
        Assert.Equal("Span\n  Length = 3", Text(new Span()));       // what cannot be boxed is left out
    }

    [Fact]
    public void Matrices_and_data_tables_keep_their_shape()
    {
        var matrix = Html(new[,] { { 1.5, 2 }, { 3, 4 } })!;
        Assert.Contains("<tr><td>1.5</td><td>2</td></tr><tr><td>3</td><td>4</td></tr>", matrix, StringComparison.Ordinal);
        Assert.Contains("80 more rows", Html(new int[100, 2]), StringComparison.Ordinal);

        var data = new DataTable("people") { Locale = System.Globalization.CultureInfo.InvariantCulture };
        data.Columns.Add("Name");
        data.Columns.Add("Age", typeof(int));
        data.Rows.Add("Ada", 36);
        data.Rows.Add("Bob", DBNull.Value);
        Assert.Contains("<th>Name</th><th>Age</th></tr></thead><tbody><tr><td>Ada</td><td>36</td></tr><tr><td>Bob</td><td>null</td>", Html(data), StringComparison.Ordinal);
        Assert.StartsWith("people\n  Name = Ada, Age = 36", Text(data), StringComparison.Ordinal);
    }

    [Fact]
    public void Dictionaries_lists_of_lists_and_endless_sequences()
    {
        Assert.Contains("<tr><td>k</td><td>[ 1, 2 ]</td></tr>", Html(new Dictionary<string, int[]> { ["k"] = [1, 2] }), StringComparison.Ordinal);
        Assert.Contains("<tr><td>[ 1 ]</td></tr>", Html(new List<int[]> { new[] { 1 } }), StringComparison.Ordinal);
        Assert.EndsWith("19, … ]", Text(Endless()), StringComparison.Ordinal);
        Assert.EndsWith("(5 more) ]", Text(new HashSet<int>(Enumerable.Range(0, 25))), StringComparison.Ordinal);
        registry.ListExpansionLimit = 3;
        Assert.Equal("[ 0, 1, 2, … (22 more) ]", Text(Enumerable.Range(0, 25).ToArray()));
    }

    [Fact]
    public void Tasks_and_exceptions_say_how_they_are()
    {
        Assert.Equal("Task<Int32> (RanToCompletion, 5)", Text(Task.FromResult(5)));
        Assert.Equal("Task (RanToCompletion)", Text(Task.CompletedTask));
        Assert.StartsWith("Task (WaitingFor", Text(Task.Delay(-1)), StringComparison.Ordinal);
        Assert.Equal("FormatException: f\ncaused by TimeoutException: t", Text(new FormatException("f", new TimeoutException("t"))));
    }

    [Fact]
    public async Task The_rest_of_the_surface_is_there()
    {
        var (result, sink) = await Run("""
            using Microsoft.DotNet.Interactive.Formatting;
            Formatter.DefaultMimeType = "text/plain";
            new { A = 1 }.Display();
            Formatter.ResetToDefault();
            Formatter.Register(typeof(Version), (value, writer) => writer.Write("v" + value), "text/html");
            new Version(1, 2).Display("text/html");
            Javascript("alert(1)");
            DisplayedValue shown = display(HTML("<i>1</i>"), "text/html");
            shown.Update(HTML("<i>2</i>"));
            "x".Display("text/plain");
            new StringBuilder("imported").ToString()
            """);
        Assert.True(result.Succeeded, result.Error?.ToString());
        Assert.Equal(["text/plain"], sink.Displays[0].Bundle.Entries.Select(entry => entry.Key));
        Assert.Equal("v1.2", sink.Displays[1].Bundle["text/html"]);
        Assert.Contains("alert(1)", sink.Displays[2].Bundle["text/html"], StringComparison.Ordinal);
        Assert.Equal((shownId(3), "<i>2</i>"), (sink.Updates[0].Id, sink.Updates[0].Bundle["text/html"]));
        Assert.Equal("imported", result.Value);

        string shownId(int at) => sink.Displays[at].Id;
    }

    private static IEnumerable<int> Endless()
    {
        for (var n = 0; ; n++)
        {
            yield return n;
        }
    }

    private sealed class Span
    {
        public int Length => 3;

        public ReadOnlySpan<byte> Bytes => default;
    }

    private sealed record Pair(int Left, string Right);

    private sealed class Node(string name)
    {
        public string Name => name;

        public Node? Next { get; set; }
    }
}
