using System.Diagnostics;
using TorchSharp;

namespace GanNotebooks.Benchmarks;

/// <summary>Training steps of this kit and of PyTorch, in turn and in one run, since machines are noisy: medians, and the ratio of the medians.</summary>
internal static class StepBenchmark
{
    private const int Rounds = 7;
    private static readonly Dictionary<string, int> StepsARound = new() { ["toy"] = 300, ["mlp"] = 30, ["dcgan"] = 4 };

    /// <summary>On the same BLAS, for one thread and for all.</summary>
    public static void SameBlas(IEnumerable<string> games)
    {
        using var peer = PyTorch.StartWithSameBlas();
        var report = new Report("step", "threads", "kit, ms", "PyTorch, ms", "PyTorch / kit");
        foreach (var name in games)
        {
            torch.manual_seed(1);
            var game = Game.Create(name);
            foreach (var threads in new[] { 1, Environment.ProcessorCount }.Distinct())
            {
                torch.set_num_threads(threads);
                peer?.SetThreads(threads);
                Compare(report, game, name, $"{threads}", StepsARound[name], peer);
            }
        }
        report.Write();
    }

    /// <summary>Beside PyTorch as its package installs it, with nothing set; the kit with nothing set either.</summary>
    public static void AsInstalled(IEnumerable<string> games)
    {
        using var peer = PyTorch.StartAsInstalled();
        if (peer is null) return;
        var report = new Report("step", "threads", "kit, ms", "PyTorch as installed, ms", "PyTorch / kit");
        foreach (var name in games) Compare(report, Game.Create(name), name, "as set up", Math.Max(1, StepsARound[name] / 4), peer, rounds: 3);
        report.Write();
    }

    private static void Compare(Report report, Game game, string name, string threads, int steps, PyTorch? peer, int rounds = Rounds)
    {
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round <= rounds; round++)       // the first one warms up
        {
            var clock = Stopwatch.StartNew();
            for (var i = 0; i < steps; i++) game.Step();
            var mine = clock.Elapsed.TotalMilliseconds / steps;
            var other = peer?.Steps(name, steps);
            if (round == 0) continue;
            ours.Add(mine);
            if (other is { } answer) theirs.Add(answer);
        }
        var (kit, torch) = (Report.Median(ours), Report.Median(theirs));
        report.Add(name, threads, Report.Figure(kit), Report.Figure(torch), Report.Figure(torch / kit));
    }
}
