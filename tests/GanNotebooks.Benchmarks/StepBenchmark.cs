namespace GanNotebooks.Benchmarks;

/// <summary>Training steps of the kit, of plain TorchSharp and of PyTorch, in turn and in one run, since machines are noisy: medians, and the ratio of the medians.</summary>
internal static class StepBenchmark
{
    private static readonly Dictionary<string, int> StepsARound = new() { ["toy"] = 100, ["mlp"] = 20, ["dcgan"] = 4, ["wgan-gp"] = 4 };

    /// <summary>Prints a table: the kit with the threads it chooses, the others with one and with all.</summary>
    /// <param name="names">What to train.</param>
    /// <param name="rounds">Measured rounds.</param>
    /// <param name="busy">Whether each round is also taken beside as many busy loops as there are cores.</param>
    public static void Run(IEnumerable<string> names, int rounds, bool busy)
    {
        using var kit = Peer.Kit();
        using var plain = Peer.Plain();
        using var torch = Peer.PyTorch();
        var cores = Environment.ProcessorCount;
        var runs = new List<(Peer Peer, int Threads)> { (kit, 0), (plain, 1), (plain, cores) };
        if (torch is not null) runs.AddRange([(torch, 1), (torch, cores)]);

        string[] columns = ["step, ms", "machine", .. runs.Select(run => run.Threads == 0 ? run.Peer.Name : $"{run.Peer.Name}, {run.Threads} thread{(run.Threads > 1 ? "s" : "")}"), "plain / kit", "PyTorch / kit"];
        var report = new Report(columns);
        foreach (var name in names)
        {
            foreach (var loaded in busy ? new[] { false, true } : [false])
            {
                using var load = loaded ? new BusyLoops(cores) : null;
                var medians = Measure(name, runs, rounds);
                double Best(Peer? peer) => runs.Zip(medians).Where(pair => pair.First.Peer == peer).Select(pair => pair.Second).DefaultIfEmpty(double.NaN).Min();
                report.Add([name, loaded ? $"{cores} busy loops" : "idle", .. medians.Select(figure => Report.Figure(figure)), Report.Figure(Best(plain) / Best(kit)), Report.Figure(Best(torch) / Best(kit))]);
            }
        }
        report.Write();
    }

    /// <summary>The kit's steps with several ways of waiting (GOMP_SPINCOUNT), idle and busy.</summary>
    public static void Waiting(IEnumerable<string> names, int rounds)
    {
        var cores = Environment.ProcessorCount;
        string[] counts = ["0", "5000", "20000", "1000000"];
        var peers = counts.Select(count => Peer.Kit(("GOMP_SPINCOUNT", count))).ToArray();
        using var alone = Peer.Kit();
        var runs = peers.Select(peer => (peer, cores)).Prepend((alone, 1)).ToList();
        var report = new Report(["step, ms", "machine", "1 thread", .. counts.Select(count => $"{cores}, spin {count}")]);
        foreach (var name in names)
        {
            foreach (var loaded in new[] { false, true })
            {
                using var load = loaded ? new BusyLoops(cores) : null;
                report.Add([name, loaded ? $"{cores} busy loops" : "idle", .. Measure(name, runs, rounds).Select(figure => Report.Figure(figure))]);
            }
        }
        report.Write();
        foreach (var peer in peers) peer.Dispose();
    }

    private static double[] Measure(string name, List<(Peer Peer, int Threads)> runs, int rounds)
    {
        var times = runs.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round <= rounds; round++)       // the first one warms up
        {
            for (var i = 0; i < runs.Count; i++)
            {
                var (peer, threads) = runs[i];
                peer.SetThreads(threads);
                var time = peer.Steps(name, StepsARound[name]);
                if (round > 0) times[i].Add(time);
            }
        }
        return [.. times.Select(Report.Median)];
    }
}
