using GanNotebooks.Kernel.Tests.Scripting;

namespace GanNotebooks.Kernel.Tests.Display;

public class DisplayTests : SessionTest
{
    [Fact]
    public async Task A_displayed_value_is_updated_in_place_also_from_a_later_cell()
    {
        var (_, first) = await Run("var shown = KernelInvocationContext.Current.Display(\"one\"); shown.Update(\"two\");");
        var (_, second) = await Run("shown.Update(3);");
        var (id, bundle) = Assert.Single(first.Displays);
        Assert.Equal("one", bundle["text/plain"]);
        Assert.Equal((id, "two"), (first.Updates[0].Id, first.Updates[0].Bundle["text/plain"]));
        Assert.Equal((id, "3"), (second.Updates[0].Id, second.Updates[0].Bundle["text/plain"]));
    }

    [Fact]
    public async Task The_well_known_names_work()
    {
        var (result, sink) = await Run("""
            display(1);
            "# Title".DisplayAs("text/markdown").Update("# Other");
            2.5.Display();
            CSS("p { }");
            HTML("<b>bold</b>")
            """);
        Assert.True(result.Succeeded, result.Error?.ToString());
        Assert.Equal("1", sink.Displays[0].Bundle["text/plain"]);
        Assert.Equal("# Title", sink.Displays[1].Bundle["text/markdown"]);
        Assert.Equal("# Other", sink.Updates[0].Bundle["text/markdown"]);
        Assert.Equal("2.5", sink.Displays[2].Bundle["text/plain"]);
        Assert.Equal("<style>p { }</style>", sink.Displays[3].Bundle["text/html"]);
        Assert.Equal("<b>bold</b>", sink.Result!["text/html"]);
    }

    [Fact]
    public async Task Displaying_as_the_last_expression_shows_once()
    {
        var (_, sink) = await Run("display(\"once\")");
        Assert.Single(sink.Displays);
        Assert.Null(sink.Result);
    }

    [Fact]
    public async Task Registered_formatters_win_and_hold_for_derived_types()
    {
        var (result, sink) = await Run("""
            using Microsoft.DotNet.Interactive.Formatting;
            record Shape(int Sides); record Square() : Shape(4);
            Formatter.Register<Shape>(s => $"<i>{s.Sides}</i>", "text/html");
            Formatter.SetPreferredMimeTypesFor(typeof(Shape), "text/html");
            new Square()
            """);
        Assert.True(result.Succeeded, result.Error?.ToString());
        Assert.Equal("<i>4</i>", sink.Result!["text/html"]);
        Assert.Equal("Square { Sides = 4 }", sink.Result["text/plain"]);
    }
}
