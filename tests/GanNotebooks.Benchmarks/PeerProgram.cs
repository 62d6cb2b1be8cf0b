using System.Diagnostics;
using System.Globalization;
using TorchSharp;

namespace GanNotebooks.Benchmarks;

/// <summary>The other side of <see cref="Peer"/>: reads requests from standard input and answers each in a line.</summary>
internal sealed class PeerProgram(Func<string, int?, ITraining> create, Action<string, int?> epoch)
{
    private const int Early = 100;
    private readonly Dictionary<(string Name, int? Threads), ITraining> trainings = [];
    private int? threads;

    public static void Run(string name)
    {
        if (name == "without scopes") Runtime.Libtorch.Prepare();
        var program = name == "kit"
            ? new PeerProgram(KitTraining.Create, KitEpoch.Run)
            : new PeerProgram((training, _) => PlainTraining.Create(training, scoped: name != "without scopes"), (folder, _) => PlainEpoch.Run(folder));
        Console.WriteLine("ready");
        while (Console.ReadLine() is { } line) program.Answer(line.Split(' '));
    }

    private void Answer(string[] request)
    {
        switch (request)
        {
            case ["threads", var count]:
                threads = count == "0" ? null : int.Parse(count, CultureInfo.InvariantCulture);
                torch.set_num_threads(threads ?? Environment.ProcessorCount);
                break;
            case ["steps", var name, var steps]:
                var training = Get(name);
                Say(Milliseconds(() => training.Train(Number(steps))) / Number(steps));
                break;
            case ["memory", var name, var steps]:
                Get(name).Train(Early);
                var early = Status("VmRSS");
                Get(name).Train(Number(steps) - Early);
                Say(early, Status("VmRSS"), Status("VmHWM"));
                break;
            case ["epoch", var folder]:
                Say(Milliseconds(() => epoch(folder, threads)) / 1000);
                break;
        }
    }

    private ITraining Get(string name)
    {
        if (trainings.TryGetValue((name, threads), out var known)) return known;
        torch.manual_seed(1);
        return trainings[(name, threads)] = create(name, threads);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static double Milliseconds(Action what)
    {
        var clock = Stopwatch.StartNew();
        what();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static void Say(params double[] figures) => Console.WriteLine(string.Join(' ', figures.Select(figure => figure.ToString("R", CultureInfo.InvariantCulture))));

    private static long Status(string key) => long.Parse(
        File.ReadLines("/proc/self/status").First(line => line.StartsWith(key + ":", StringComparison.Ordinal)).Split(' ', '\t', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) >> 10;
}
