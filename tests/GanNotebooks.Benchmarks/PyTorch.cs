using System.Diagnostics;
using System.Globalization;

namespace GanNotebooks.Benchmarks;

/// <summary>A PyTorch process that takes the same steps on demand.</summary>
internal sealed class PyTorch : IDisposable
{
    private readonly Process process;

    private PyTorch(Process process) => this.process = process;

    /// <summary>Starts PyTorch with a BLAS; null where the system has none installed.</summary>
    /// <param name="blas">The file of the BLAS to load first, or null for the system's choice.</param>
    public static PyTorch? Start(string? blas)
    {
        const string Python = "/usr/bin/python3";
        if (!File.Exists(Python)) return null;
        var start = new ProcessStartInfo(Python, [Path.Combine(AppContext.BaseDirectory, "pytorch_steps.py")]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        if (blas is not null) start.Environment["LD_PRELOAD"] = blas;
        var process = Process.Start(start)!;
        if (process.StandardOutput.ReadLine()?.StartsWith("ready", StringComparison.Ordinal) == true) return new PyTorch(process);
        process.Dispose();
        return null;
    }

    /// <summary>Takes steps; milliseconds a step and the resident size in MiB.</summary>
    public (double Milliseconds, long Resident) Run(string game, int steps, int threads)
    {
        process.StandardInput.WriteLine($"{game} {steps} {threads}");
        var answer = process.StandardOutput.ReadLine()?.Split(' ') ?? throw new InvalidOperationException(process.StandardError.ReadToEnd());
        return (double.Parse(answer[0], CultureInfo.InvariantCulture), long.Parse(answer[1], CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit(2000);
        process.Dispose();
    }
}
