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

    private async Task<IReadOnlyList<KernelEvent>> Run(string code)
    {
        var result = await kernel.SendAsync(new SubmitCode(code));
        Assert.DoesNotContain(result.Events, e => e is CommandFailed);
        return result.Events;
    }
}
