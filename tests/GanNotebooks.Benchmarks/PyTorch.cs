using System.Diagnostics;
using System.Globalization;

namespace GanNotebooks.Benchmarks;

/// <summary>A PyTorch process that trains the same networks on demand: pytorch_peer.py.</summary>
internal sealed class PyTorch : IDisposable
{
    private const string Python = "/usr/bin/python3";
    private const string OpenMpBlas = "/usr/lib/x86_64-linux-gnu/openblas-openmp/libblas.so.3";
    private const string ReferenceBlas = "/usr/lib/x86_64-linux-gnu/blas/libblas.so.3";

    private readonly Process process;

    private PyTorch(Process process) => this.process = process;

    /// <summary>Starts PyTorch with the BLAS that this kit uses; null where PyTorch is not installed.</summary>
    public static PyTorch? StartWithSameBlas() => Start(OpenMpBlas);

    /// <summary>Starts PyTorch with the BLAS that comes with its package and nothing else; null where that is not installed.</summary>
    public static PyTorch? StartAsInstalled() => File.Exists(ReferenceBlas) ? Start(ReferenceBlas) : null;

    /// <summary>The threads of all that follows.</summary>
    public void SetThreads(int count) => process.StandardInput.WriteLine($"threads {count}");

    /// <summary>Milliseconds a training step.</summary>
    public double Steps(string game, int steps) => Ask($"steps {game} {steps}")[0];

    /// <summary>Resident MiB after 100 steps, after all of them, and at most.</summary>
    public double[] Memory(string game, int steps) => Ask($"memory {game} {steps}");

    /// <summary>Seconds from a folder of IDX files to trained weights.</summary>
    /// <param name="folder">Without white space in its name.</param>
    /// <param name="workers">Processes that load images; 0 loads them between the steps.</param>
    public double Epoch(string folder, int workers) => Ask($"epoch {folder} {workers}")[0];

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit(2000);
        process.Dispose();
    }

    private static PyTorch? Start(string blas)
    {
        if (!File.Exists(Python)) return null;
        var start = new ProcessStartInfo(Python, [Path.Combine(AppContext.BaseDirectory, "pytorch_peer.py")]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        if (File.Exists(blas)) start.Environment["LD_PRELOAD"] = blas;
        var process = Process.Start(start)!;
        if (process.StandardOutput.ReadLine()?.StartsWith("ready", StringComparison.Ordinal) == true) return new PyTorch(process);
        process.Dispose();
        return null;
    }

    private double[] Ask(string request)
    {
        process.StandardInput.WriteLine(request);
        var answer = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException(process.StandardError.ReadToEnd());
        return Array.ConvertAll(answer.Split(' '), number => double.Parse(number, CultureInfo.InvariantCulture));
    }
}
