using System.Diagnostics;
using System.Net.Sockets;
using GanNotebooks.Kernel.Jupyter;
using GanNotebooks.Kernel.Tests;
using GanNotebooks.Kernel.Tests.Jupyter;

namespace GanNotebooks.Benchmarks;

/// <summary>How long a learner waits for a fresh kernel, seen from a front end's side.</summary>
internal static class StartTimes
{
    private static readonly (string Name, string Code)[] Cells =
    [
        ("1 + 1", "1 + 1"),
        ("set-up of a lesson", "#load \"setup.csx\""),
        ("first tensor", "torch.randn(3)"),
        ("first chart", "Chart.Line<double, double, string>(x: [1, 2, 3], y: [1, 4, 9])"),
    ];

    /// <summary>Prints medians of seconds since the kernel's launch.</summary>
    public static void Run(int rounds)
    {
        var times = new List<double[]>();
        for (var round = 0; round < rounds; round++) times.Add(Once());
        var report = new Report("since the kernel was launched", "median, s", "slowest, s");
        foreach (var (name, i) in Cells.Select(cell => cell.Name).Prepend("kernel_info").Select((name, i) => (name, i)))
            report.Add(name, Report.Figure(Report.Median([.. times.Select(row => row[i])])), Report.Figure(times.Max(row => row[i])));
        report.Write();
    }

    private static double[] Once()
    {
        using var folder = new Folder();
        var file = Connections.Write(folder, "a key");
        var program = Path.Combine(AppContext.BaseDirectory, "../../GanNotebooks.Cli/release/gan.dll");
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "kernel", "run", file]) { WorkingDirectory = Path.Combine(AppContext.BaseDirectory, "../../../../notebooks") })!;
        try
        {
            using var front = Connect(ConnectionFile.Read(file));
            var seconds = new List<double> { clock.Elapsed.TotalSeconds };
            foreach (var (name, code) in Cells)
            {
                var (reply, _) = front.Run(code);
                if ((string?)reply["status"] != "ok") throw new InvalidOperationException($"{name}: {reply.ToJsonString()}");
                seconds.Add(clock.Elapsed.TotalSeconds);
            }
            return [.. seconds];
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
    }

    private static FrontEnd Connect(ConnectionFile connection)
    {
        while (true)
        {
            try
            {
                return new FrontEnd(connection);
            }
            catch (SocketException)
            {
                Thread.Sleep(5);      // it does not listen yet
            }
        }
    }
}
