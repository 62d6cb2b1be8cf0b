using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Events;

namespace GanNotebooks.Interactive.Tests;

/// <summary>Cells run by .NET Interactive's own C# kernel.</summary>
[Collection("where live views show")]       // one for the process, which each class sets and takes away
public sealed class KernelExtensionTests : IAsyncLifetime, IDisposable
{
    private readonly CSharpKernel kernel = new();

    public async Task InitializeAsync() => await new KernelExtension().OnLoadAsync(kernel);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        kernel.Dispose();
        Visualizers.TrainingView.Display = null;
    }

    [Theory]
    [InlineData("""Figure.Lines("Losses", [new Series("critic", [1.0, 2.0])])""")]
    [InlineData("""Chart.Line<double, double, string>([1, 2], [1, 2], Name: "critic")""")]
    public async Task A_chart_is_shown_in_all_its_forms(string chart)
    {
        var shown = Assert.Single((await Run(chart)).OfType<DisplayEvent>());
        Assert.Equal(["application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"], shown.FormattedValues.Select(form => form.MimeType));
        Assert.StartsWith("{\"data\":[", shown.FormattedValues.First().Value, StringComparison.Ordinal);
        Assert.Contains("critic last 2", shown.FormattedValues.Last().Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chart_goes_to_jupyter_as_a_picture_since_the_tool_would_send_its_json_as_a_string()
    {
        Assert.True(KernelExtension.IsJupyter(["dotnet-interactive.dll", "jupyter", "connection.json"]));
        Assert.False(KernelExtension.IsJupyter(["dotnet-interactive.dll", "stdio", "--working-dir", "jupyter"]));
        try
        {
            KernelExtension.ShowCharts(asJson: false);
            var shown = Assert.Single((await Run("""Figure.Lines("Losses", [new Series("critic", [1.0, 2.0])])""")).OfType<DisplayEvent>());
            Assert.Equal(["image/svg+xml", "text/plain"], shown.FormattedValues.Select(form => form.MimeType));
        }
        finally
        {
            KernelExtension.ShowCharts(asJson: true);
        }
    }

    [Fact]
    public async Task Who_asks_for_a_chart_as_html_gets_the_picture_without_scripts()
    {
        var shown = Assert.Single((await Run("""Figure.Lines("Losses", [new Series("critic", [1.0, 2.0])]).Display("text/html");""")).OfType<DisplayEvent>());
        Assert.StartsWith("<svg", Assert.Single(shown.FormattedValues).Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new[] { new { Setup = \"a\", Loss = 1.5 }, new { Setup = \"b\", Loss = 2.5 } }")]
    [InlineData("new object[] { new { Setup = \"a\", Loss = 1.5 }, new { Setup = \"b\", Loss = 2.5 } }")]
    [InlineData("new object[] { new { Setup = \"a\", Loss = 1.5 } }.Append(new { Setup = \"b\", Loss = 2.5 })")]
    public async Task Rows_are_a_table_with_a_column_for_each_member(string rows)
    {
        var html = Assert.Single((await Run(rows)).OfType<DisplayEvent>()).FormattedValues.Single(form => form.MimeType == "text/html").Value;
        Assert.Contains("<th>Setup</th><th>Loss</th>", html, StringComparison.Ordinal);
        Assert.Contains("<td>b</td><td>2.5</td>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<details", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new object[] { 1, \"two\" }", "two")]
    [InlineData("new[] { \"one\", \"two\" }", "two")]
    [InlineData("new object[0]", "")]
    [InlineData("Enumerable.Empty<string>()", "")]
    public async Task Other_sequences_are_shown_as_ever(string values, string part)
    {
        var shown = Assert.Single((await Run(values)).OfType<DisplayEvent>());
        Assert.Contains(part, shown.FormattedValues.First().Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_history_is_a_line_and_a_tensor_shows_its_numbers()
    {
        var history = Assert.Single((await Run("new GanNotebooks.Trainers.TrainingHistory()")).OfType<DisplayEvent>());
        Assert.Equal(["text/plain: no steps yet"], history.FormattedValues.Select(form => $"{form.MimeType}: {form.Value}"));
        var tensor = Assert.Single((await Run("torch.ones(2, 3)")).OfType<DisplayEvent>());
        Assert.Contains("1 1 1", tensor.FormattedValues.First().Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_compilers_warnings_are_not_printed()
    {
        var said = await Run("string? name = null; name");
        Assert.Empty(said.OfType<DiagnosticsProduced>().SelectMany(produced => produced.Diagnostics));
    }

    [Fact]
    public async Task The_last_state_of_a_cancelled_training_is_shown()
    {
        await Run("""
            var ring = new GaussianRing(Modes: 8, Radius: 2, StandardDeviation: 0.02);
            var trainer = new AdversarialTrainer(new MlpGenerator(2, [8], sampleShape: [2], bounded: false), new MlpDiscriminator(sampleShape: [2], [8]), ring, TrainingOptions.VanillaImages);
            """);
        var frames = new List<string>();
        var moving = new TaskCompletionSource();
        using var watch = kernel.KernelEvents.Subscribe(new Watcher(e =>
        {
            if (e is not DisplayEvent shown) return;
            frames.Add(shown.FormattedValues.Single(form => form.MimeType == "text/plain").Value);
            moving.TrySetResult();
        }));
        var training = kernel.SendAsync(new SubmitCode("""trainer.Train(1_000_000_000, Microsoft.DotNet.Interactive.KernelInvocationContext.Current.CancellationToken, new TrainingView("ring", interval: TimeSpan.FromHours(1)));"""));
        await moving.Task.WaitAsync(TimeSpan.FromMinutes(2));
        await kernel.SendAsync(new Cancel());
        await training;
        Assert.Contains("stopped after", frames[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_live_view_moves_in_its_place()
    {
        var events = await Run("""
            var update = TrainingView.Display!(Figure.Lines("first", [new Series("a", [1.0])]));
            update(Figure.Lines("second", [new Series("a", [1.0])]));
            update(Figure.Lines("third", [new Series("a", [1.0])]));
            """);
        var first = Assert.Single(events.OfType<DisplayedValueProduced>());
        var updates = events.OfType<DisplayedValueUpdated>().ToList();
        Assert.Equal([first.ValueId, first.ValueId], updates.Select(update => update.ValueId));
        Assert.Contains("first", first.FormattedValues.First().Value, StringComparison.Ordinal);
        Assert.Contains("second", updates[0].FormattedValues.First().Value, StringComparison.Ordinal);
        Assert.Contains("third", updates[1].FormattedValues.First().Value, StringComparison.Ordinal);
    }

    private sealed class Watcher(Action<KernelEvent> see) : IObserver<KernelEvent>
    {
        public void OnNext(KernelEvent value) => see(value);

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }

    private async Task<IReadOnlyList<KernelEvent>> Run(string code)
    {
        var result = await kernel.SendAsync(new SubmitCode(code));
        Assert.DoesNotContain(result.Events, e => e is CommandFailed);
        return result.Events;
    }
}
