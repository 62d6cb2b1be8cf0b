using System.Diagnostics;
using System.Globalization;
using TorchSharp;

namespace GanNotebooks.Benchmarks;

/// <summary>The memory of training in processes of their own: after 100 steps, after all, and at most, beside PyTorch's.</summary>
internal static class MemoryBenchmark
{
    private const int Early = 100;

    /// <summary>With a scope around each step, and without any, as beginners write it.</summary>
    public static void Run(IEnumerable<string> games, int steps)
    {
        var report = new Report("training", $"MiB after {Early} steps", $"after {steps}", "at most");
        foreach (var name in games)
        {
            foreach (var scoped in new[] { true, false })
                report.Add([$"{name}, {(scoped ? "with" : "without")} scopes", .. InProcess(name, steps, scoped)]);
            using var peer = PyTorch.StartWithSameBlas();
            if (peer is null) continue;
            peer.SetThreads(Environment.ProcessorCount);
            report.Add([$"{name}, PyTorch", .. peer.Memory(name, steps).Select(size => Report.Figure(size, "N0"))]);
        }
        report.Write();
    }

    /// <summary>Trains here and prints the three sizes.</summary>
    public static void Measure(string name, int steps, bool scoped)
    {
        torch.manual_seed(1);
        var game = Game.Create(name);
        for (var i = 0; i < Early; i++) game.Step(scoped);
        var early = Status("VmRSS");
        for (var i = Early; i < steps; i++) game.Step(scoped);
        Console.WriteLine($"{early} {Status("VmRSS")} {Status("VmHWM")}");
    }

    private static string[] InProcess(string name, int steps, bool scoped)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [typeof(MemoryBenchmark).Assembly.Location, "memory-of", name, $"{steps}", $"{scoped}"]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? answer.Trim().Split(' ') : throw new InvalidOperationException($"Measuring {name} failed.");
    }

    private static long Status(string key) => long.Parse(
        File.ReadLines("/proc/self/status").First(line => line.StartsWith(key + ":", StringComparison.Ordinal)).Split(' ', '\t', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) >> 10;
}
