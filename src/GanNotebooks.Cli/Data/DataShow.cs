using System.Diagnostics;
using System.Globalization;
using GanNotebooks.Charts;
using GanNotebooks.Data;
using GanNotebooks.Visualizers;
using Spectre.Console;
using TorchSharp;

namespace GanNotebooks.Cli;

/// <summary><c>gan data show</c>: a contact sheet.</summary>
internal sealed class DataShow(IAnsiConsole console, ProjectFolders folders)
{
    private const int PointsShown = 2500;
    private const int SheetWidth = 1200;
    private const long MostValues = 1L << 28;      // 1 GiB as a batch of float32

    public required string Name { get; init; }

    public required int Count { get; init; }

    public string? Output { get; init; }

    public required ImageOptions Options { get; init; }

    public int Run()
    {
        if (Count is < 1 or > 10_000) throw new UserError($"--count {Count}: expected 1 to 10,000.");
        torch.manual_seed(Options.Seed);
        return PointSets.Names.Contains(Name) ? ShowPoints() : ShowImages();
    }

    private int ShowImages()
    {
        var clock = Stopwatch.StartNew();
        using var set = Mistake.Of(() => ImageDatasets.Open(Name, folders.Datasets, Options));
        console.MarkupLineInterpolated($"{set}{ClassList.Describe(set)}; open after {clock.Elapsed.TotalSeconds:N2} s{(set.IsStreamed ? ", read from its file" : "")}.");
        if (set.Warning is { } warning) console.MarkupLineInterpolated($"[yellow]{warning}[/]");
        var count = (int)Math.Min(Count, set.Count);
        if (count * new torch.Size(set.SampleShape).numel() > MostValues)
            throw new UserError(string.Create(CultureInfo.InvariantCulture, $"--count {Count}: {count:N0} images of {string.Join("×", set.SampleShape)} are too much for one picture. Lower --count or --size."));
        var scale = Math.Max(1, 64 / (int)set.SampleShape[2]);
        var columns = Math.Max(1, Math.Min((SheetWidth / ((int)set.SampleShape[2] * scale + 2)), (int)Math.Ceiling(Math.Sqrt(count * 1.6))));
        var path = Output ?? Path.Combine(folders.Output, $"{FileName()}.png");
        Mistake.Of(() =>
        {
            ImageGrid.Of(set.NextBatch(count), columns, scale).Save(path);
            return 0;
        });
        console.MarkupLineInterpolated($"{count} of them are in {path}.");
        return Guard.Success;
    }

    private int ShowPoints()
    {
        using var scope = torch.NewDisposeScope();
        var source = PointSets.Open(Name);
        var path = Output ?? Path.Combine(folders.Output, $"{Name}.svg");
        Mistake.Of(() =>
        {
            Figure.Scatter(source.Name, [TrainingCharts.Cloud("real", source.NextBatch(PointsShown))], equalAxes: true).WithSize(480, 480).Save(path);
            return 0;
        });
        console.MarkupLineInterpolated($"{PointsShown:N0} points of the {source.Name} are in {path}.");
        return Guard.Success;
    }

    private string FileName() => DrawnSet.Find(Name) is null && Directory.Exists(Name) ? new DirectoryInfo(Name).Name : Name;
}
