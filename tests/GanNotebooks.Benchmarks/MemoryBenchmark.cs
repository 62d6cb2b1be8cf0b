namespace GanNotebooks.Benchmarks;

/// <summary>The memory of training in processes of their own: after 100 steps, after all, and at most.</summary>
internal static class MemoryBenchmark
{
    /// <summary>The kit, the same steps without any scope, as beginners write them, plain TorchSharp, and PyTorch.</summary>
    public static void Run(IEnumerable<string> names, int steps)
    {
        var report = new Report("training", "MiB after 100 steps", $"after {steps}", "at most");
        foreach (var name in names)
        {
            foreach (var start in new Func<Peer?>[] { () => Peer.Kit(), Peer.Unscoped, Peer.Plain, Peer.PyTorch })
            {
                using var peer = start();
                if (peer is not null) report.Add([$"{name}, {peer.Name}", .. peer.Memory(name, steps).Select(size => Report.Figure(size, "N0"))]);
            }
        }
        report.Write();
    }
}
