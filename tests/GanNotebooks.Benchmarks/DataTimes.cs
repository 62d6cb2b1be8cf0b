using System.Diagnostics;
using System.Globalization;
using GanNotebooks.Data;
using Spectre.Console;

namespace GanNotebooks.Benchmarks;

/// <summary>How long data sets take: drawing an image, and opening folders.</summary>
internal static class DataTimes
{
    private const int Drawn = 1000;

    /// <summary>Measures the drawn sets, and each folder twice: decoded, and from the cache.</summary>
    public static void Print(IReadOnlyList<string> folders)
    {
        foreach (var set in DrawnSet.All)
        {
            set.Draw(Drawn / 4, 1, set.Shape[1]);
            Say(set.Name, $"{Number(Seconds(() => set.Draw(Drawn, 1, set.Shape[1])))} ms an image, on {Environment.ProcessorCount} cores");      // a thousand images: seconds are milliseconds an image
        }
        var cache = Directory.CreateTempSubdirectory("gan-bench-");
        foreach (var folder in folders)
        {
            foreach (var how in new[] { "opened", "opened again" })
                Say(folder, $"{how} in {Number(Seconds(() => ImageDatasets.Open(folder, cache.FullName).Dispose()))} s");
        }
        cache.Delete(recursive: true);
    }

    private static void Say(string what, string figure) => AnsiConsole.MarkupLineInterpolated($"{what}: [bold]{figure}[/]");

    private static double Seconds(Action work)
    {
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed.TotalSeconds;
    }

    private static string Number(double value) => value.ToString("N2", CultureInfo.InvariantCulture);
}
