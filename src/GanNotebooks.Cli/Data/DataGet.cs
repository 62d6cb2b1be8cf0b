using GanNotebooks.Data;
using GanNotebooks.Data.Downloads;
using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary><c>gan data get</c>.</summary>
internal sealed class DataGet(IAnsiConsole console, string datasets)
{
    public required string Name { get; init; }

    public string? Catalogue { get; init; }

    public required DownloadOptions Options { get; init; }

    public async Task<int> RunAsync(CancellationToken stop)
    {
        var catalogue = Catalogue is { } path ? Mistake.Of(() => GanNotebooks.Data.Downloads.Catalogue.Read(path)) : GanNotebooks.Data.Downloads.Catalogue.BuiltIn;
        var set = catalogue.Find(Name) ?? throw new UserError(DrawnSet.Find(Name) is not null || PointSets.Names.Contains(Name)
            ? $"\"{Name}\" is drawn by code and needs no download: ./gan data show {Name}."
            : $"There is no data set \"{Name}\" to get; there are {string.Join(", ", catalogue.Sets.Select(known => known.Name))}.");
        try
        {
            console.MarkupLineInterpolated($"{set.Title}: {set.Content}. {set.Source}; licence: {set.Licence}.");
            var folder = console.Profile.Capabilities.Interactive ? await WithBarsAsync(set, stop).ConfigureAwait(false) : await SetDownload.RunAsync(set, datasets, Options, new Lines(console), stop).ConfigureAwait(false);
            console.MarkupLineInterpolated($"[green]{set.Title} is in {folder}.[/] Use it with ./gan run --data {set.Name}.");
            return Guard.Success;
        }
        catch (DownloadException e)
        {
            throw new UserError(e.Message, e);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            console.MarkupLineInterpolated($"[yellow]Stopped.[/] The files so far are kept; ./gan data get {set.Name} continues from there.");
            return Guard.Stopped;
        }
    }

    private Task<string> WithBarsAsync(RealSet set, CancellationToken stop) => console.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new DownloadedColumn(), new TransferSpeedColumn(), new RemainingTimeColumn())
        .StartAsync(bars => SetDownload.RunAsync(set, datasets, Options, new Bars(bars), stop));

    private sealed class Bars(ProgressContext context) : IProgress<DownloadProgress>
    {
        private readonly Dictionary<string, ProgressTask> bars = [];

        public void Report(DownloadProgress value)
        {
            if (!bars.TryGetValue(value.File.Name, out var bar))
                bars[value.File.Name] = bar = context.AddTask(Markup.Escape(value.File.Name), maxValue: value.File.Bytes);
            bar.Value = value.Bytes;
        }
    }

    /// <summary>Writes a line for every tenth of a file, for logs.</summary>
    private sealed class Lines(IAnsiConsole console) : IProgress<DownloadProgress>
    {
        private (string File, long Tenth) last;

        public void Report(DownloadProgress value)
        {
            var now = (value.File.Name, value.Bytes * 10 / value.File.Bytes);
            if (now == last) return;
            last = now;
            console.WriteLine($"{value.File.Name}: {value.Bytes / 1e6:N1} of {value.File.Bytes / 1e6:N1} MB");
        }
    }
}
