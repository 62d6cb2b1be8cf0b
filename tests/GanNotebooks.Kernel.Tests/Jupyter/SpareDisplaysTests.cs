using System.Text.Json.Nodes;
using GanNotebooks.Kernel.Jupyter.Outputs;

namespace GanNotebooks.Kernel.Tests.Jupyter;

public class SpareDisplaysTests
{
    private readonly Clock clock = new();
    private readonly SpareDisplays spares;

    public SpareDisplaysTests() => spares = new SpareDisplays(clock);

    [Fact]
    public void Outputs_pass_as_they_are_until_the_first_update()
    {
        Assert.Equal(["stream a"], Text("a"));
        Assert.Equal(["display_data d 1"], Display("d", "1"));
        Assert.Equal(["display_data e 2"], Display("e", "2"));
    }

    [Fact]
    public void With_the_first_update_everything_is_shown_again_behind_spares_that_are_then_updated_last()
    {
        Text("a");
        Display("d", "1");
        Text("b");
        var sent = Update("d", "2");
        Assert.Equal(["display_data * ", "display_data * ", "display_data * ", "clear_output True", "stream a", "display_data d 2", "stream b"], sent[..7]);
        Assert.Equal(["update_display_data * 1", "update_display_data * 1", "update_display_data * 1"], sent[7..]);
        Assert.Equal(["update_display_data d 3", "update_display_data * 2", "update_display_data * 2", "update_display_data * 2"], Update("d", "3"));
        Assert.Equal(["display_data e 1", "update_display_data * 3", "update_display_data * 3", "update_display_data * 3"], Display("e", "1"));
        Assert.Equal(["stream c"], Text("c"));
    }

    [Fact]
    public void Later_the_spares_rest()
    {
        Display("d", "1");
        Update("d", "2");
        clock.Now += SpareDisplays.Danger;
        Assert.Equal(["update_display_data d 3"], Update("d", "3"));
    }

    [Fact]
    public void Updates_wait_while_the_extension_may_forget_and_no_longer()
    {
        Display("d", "1");
        Assert.Equal(TimeSpan.Zero, spares.Pause);
        Update("d", "2");
        Assert.Equal(SpareDisplays.Quiet, spares.Pause);
        clock.Now += SpareDisplays.Quiet;
        Assert.Equal(TimeSpan.Zero, spares.Pause);
        Update("d", "3");
        Assert.Equal(TimeSpan.Zero, spares.Pause);
    }

    [Fact]
    public void A_display_that_comes_late_is_in_no_danger_and_an_early_one_is_saved_late()
    {
        Display("early", "1");
        clock.Now += SpareDisplays.Danger;
        Display("late", "1");
        Assert.Equal(["update_display_data late 2"], Update("late", "2"));
        Assert.Equal(["display_data early 2", "display_data late 2"], Update("early", "2").Where(sent => sent.StartsWith("display_data", StringComparison.Ordinal) && !sent.Contains('*', StringComparison.Ordinal)));
    }

    [Fact]
    public void What_the_cell_has_cleared_does_not_come_again()
    {
        Text("a");
        Display("d", "1");
        Send("clear_output", new JsonObject { ["wait"] = true });
        Display("e", "1");
        Assert.Equal(["display_data e 2"], Update("e", "2")[4..5]);
        Assert.Equal(["update_display_data d 2"], Update("d", "2")[..1]);
    }

    [Fact]
    public void After_the_cell_and_of_too_much_nothing_is_shown_again()
    {
        Display("d", "1");
        spares.End();
        Assert.Equal(["update_display_data d 2"], Update("d", "2"));

        var other = new SpareDisplays(clock);
        _ = other.Around("display_data", Content("d", "1")).ToList();
        _ = other.Around("stream", new JsonObject { ["text"] = new string('x', 5_000_000) }).ToList();
        Assert.Single(other.Around("update_display_data", Content("d", "2")));
    }

    [Theory]
    [InlineData("vscode-notebook-cell:/home/a.ipynb#W0sZmlsZQ%3D%3D", true)]
    [InlineData("5b1a7a0e-41d5-4c2f-9d1f-0d0f3c0f9a55", false)]
    [InlineData(null, false)]
    public void Only_cells_of_VS_Code_have_spares(string? cellId, bool have) => Assert.Equal(have, SpareDisplays.For(cellId) is not null);

    private static JsonObject Content(string id, string text) => new()
    {
        ["data"] = new JsonObject { ["text/plain"] = text },
        ["metadata"] = new JsonObject(),
        ["transient"] = new JsonObject { ["display_id"] = id },
    };

    private List<string> Text(string text) => Send("stream", new JsonObject { ["name"] = "stdout", ["text"] = text });

    private List<string> Display(string id, string text) => Send("display_data", Content(id, text));

    private List<string> Update(string id, string text) => Send("update_display_data", Content(id, text));

    private List<string> Send(string type, JsonObject content) => [.. spares.Around(type, content).Select(sent => $"{sent.Type} {Told(sent.Content)}")];

    private static string Told(JsonObject content) => content["transient"]?["display_id"] is { } id
        ? $"{(((string)id!).Length == 32 ? "*" : id)} {content["data"]!["text/plain"]}"
        : (string?)content["text"] ?? $"{(bool)content["wait"]!}";

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
