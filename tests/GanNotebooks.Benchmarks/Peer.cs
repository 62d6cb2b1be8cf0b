using System.Diagnostics;
using System.Globalization;

namespace GanNotebooks.Benchmarks;

/// <summary>A process that trains on demand, a line in and a line out, so that what is compared shares neither settings nor threads: <see cref="PeerProgram"/>, pytorch_peer.py.</summary>
internal sealed class Peer : IDisposable
{
    private const string Python = "/usr/bin/python3";
    private const string OpenMpBlas = "/usr/lib/x86_64-linux-gnu/openblas-openmp/libblas.so.3";
    private readonly Process process;

    private Peer(string name, Process process) => (Name, this.process) = (name, process);

    /// <summary>What is measured, for a column's head.</summary>
    public string Name { get; }

    /// <summary>This kit.</summary>
    /// <param name="environment">Settings of libtorch's threads.</param>
    public static Peer Kit(params (string Name, string Value)[] environment) => Own("kit", environment);

    /// <summary>The same networks with TorchSharp alone.</summary>
    public static Peer Plain() => Own("plain TorchSharp");

    /// <summary>Beginners' code: the same as plain, without scopes, in a process that the kit has prepared.</summary>
    public static Peer Unscoped() => Own("without scopes");

    /// <summary>PyTorch with an OpenMP BLAS; null where it is not installed.</summary>
    public static Peer? PyTorch()
    {
        var (program, blas) = (Path.Combine(AppContext.BaseDirectory, "pytorch_peer.py"), File.Exists(OpenMpBlas) ? new[] { ("LD_PRELOAD", OpenMpBlas) } : []);
        return File.Exists("/usr/lib/python3/dist-packages/torch/__init__.py") ? new("PyTorch", Start(new(Python, [program]), blas)) : null;
    }

    /// <summary>The threads of all that follows; 0 leaves the choice to the kit.</summary>
    public void SetThreads(int count) => process.StandardInput.WriteLine($"threads {count}");

    /// <summary>Milliseconds a training step.</summary>
    public double Steps(string training, int steps) => Ask($"steps {training} {steps}")[0];

    /// <summary>Resident MiB after 100 steps, after all of them, and at most.</summary>
    public double[] Memory(string training, int steps) => Ask($"memory {training} {steps}");

    /// <summary>Seconds from a folder of IDX files to trained weights.</summary>
    /// <param name="folder">Without white space in its name.</param>
    public double Epoch(string folder) => Ask($"epoch {folder}")[0];

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit(2000);
        process.Dispose();
    }

    private static Peer Own(string name, params (string Name, string Value)[] environment) =>
        new(name, Start(new(Environment.ProcessPath!, [typeof(Peer).Assembly.Location, "peer", name]), environment));

    private static Process Start(ProcessStartInfo start, (string Name, string Value)[] environment)
    {
        (start.RedirectStandardInput, start.RedirectStandardOutput) = (true, true);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var process = Process.Start(start)!;
        return process.StandardOutput.ReadLine() is { } line && line.StartsWith("ready", StringComparison.Ordinal) ? process : throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} did not start.");
    }

    private double[] Ask(string request)
    {
        process.StandardInput.WriteLine(request);
        var answer = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{Name} ended at \"{request}\".");
        return Array.ConvertAll(answer.Split(' '), number => double.Parse(number, CultureInfo.InvariantCulture));
    }
}
