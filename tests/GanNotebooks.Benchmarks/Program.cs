using System.Diagnostics;
using System.Globalization;
using GanNotebooks.Benchmarks;
using GanNotebooks.Datasets;
using Spectre.Console;
using TorchSharp;

if (args is ["data", .. var folders])
{
    DataTimes.Print(folders);
    return;
}
if (args is ["realism", var mnist])
{
    foreach (var seed in new[] { 1, 2, 3 }) AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DigitRealism.Measure(IdxFile.ReadImagesAndLabels(mnist), seed):P1} of MNIST named rightly after drawn digits only, seed {seed}"));
    return;
}

// Training steps of this kit and of PyTorch, in turn and in one run, since machines are noisy: medians, and the ratio of the medians.
const int Rounds = 7;
const string OpenMpBlas = "/usr/lib/x86_64-linux-gnu/openblas-openmp/libblas.so.3";
(string Name, int Steps)[] games = [("toy", 300), ("mlp", 30), ("dcgan", 4)];
var wanted = args.Length > 0 ? games.Where(game => args.Contains(game.Name)) : games;
var threads = new[] { 1, Environment.ProcessorCount }.Distinct().ToArray();

using var peer = PyTorch.Start(File.Exists(OpenMpBlas) ? OpenMpBlas : null);
if (peer is null) AnsiConsole.MarkupLine("[yellow]PyTorch is not installed (python3-torch): only this kit is measured.[/]");
var table = new Table().Border(TableBorder.Rounded).AddColumns("step", "threads", "kit, ms", "PyTorch, ms", "PyTorch / kit", "kit, MiB", "PyTorch, MiB");
foreach (var (name, steps) in wanted)
{
    torch.manual_seed(1);
    var game = Game.Create(name);
    foreach (var count in threads)
    {
        torch.set_num_threads(count);
        var (ours, theirs, resident) = (new List<double>(), new List<double>(), 0L);
        for (var round = 0; round <= Rounds; round++)       // the first one warms up
        {
            var clock = Stopwatch.StartNew();
            for (var i = 0; i < steps; i++) game.Step();
            var mine = clock.Elapsed.TotalMilliseconds / steps;
            var other = peer?.Run(name, steps, count);
            resident = other?.Resident ?? 0;
            if (round == 0) continue;
            ours.Add(mine);
            if (other is { } answer) theirs.Add(answer.Milliseconds);
        }
        string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
        table.AddRow(name, $"{count}", Number(Median(ours), "N2"), theirs.Count > 0 ? Number(Median(theirs), "N2") : "-",
            theirs.Count > 0 ? Number(Median(theirs) / Median(ours), "N2") : "-", $"{Environment.WorkingSet >> 20}", $"{resident}");
    }
}
AnsiConsole.Write(table);

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
