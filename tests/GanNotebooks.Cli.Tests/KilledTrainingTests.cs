using System.Diagnostics;
using System.Globalization;
using GanNotebooks.Checkpoints;

namespace GanNotebooks.Cli.Tests;

/// <summary>The program itself, killed again and again at moments that nobody chose.</summary>
public sealed class KilledTrainingTests : IDisposable
{
    private const int Kills = 20;
    private const int Endless = 1_000_000;      // steps: on no machine is it done before the last kill
    private const int StepsAfter = 20;          // the last kill
    private const double LongestDelay = 40;     // milliseconds after its first checkpoint
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TinyTraining tiny = new();

    public void Dispose() => tiny.Dispose();

    [Fact]
    public async Task Twenty_kills_leave_no_torn_checkpoint_and_change_no_loss()
    {
        var moments = new Random(20);
        var begin = new[] { "train", "vanilla", "--data", tiny.Data, "--maps", "2", "--latent", "4", "--batch", "4", "--steps", $"{Endless}", "--save-every", "10", "--out", tiny.At("killed") };
        var resume = new[] { "train", "--resume", tiny.At("killed"), "--save-every", "10" };
        for (var kill = 0; kill < Kills; kill++)
        {
            var before = Newest();
            using var training = Start(kill == 0 ? begin : resume);
            var clock = Stopwatch.StartNew();
            while (Newest() == before && !training.HasExited && clock.Elapsed < Patience) await Task.Delay(2);
            await Task.Delay(TimeSpan.FromMilliseconds(moments.NextDouble() * LongestDelay));
            Assert.False(training.HasExited, $"it ended by itself before kill {kill + 1}, with exit code {(training.HasExited ? training.ExitCode : 0)}");
            training.Kill();        // SIGKILL: nothing of it gets to clean up
            await training.WaitForExitAsync();
            Assert.NotEqual(before, Newest());
        }

        var steps = CheckpointManifest.Read(tiny.At("killed")).Step + StepsAfter;
        using var last = Start([.. resume, "--steps", $"{StepsAfter}"]);
        using var enough = new CancellationTokenSource(Patience);
        await last.WaitForExitAsync(enough.Token);
        Assert.Equal(Guard.Success, last.ExitCode);
        Assert.Equal(Guard.Success, await tiny.TrainAsync(tiny.Request("vanilla", steps, "whole") with { SaveEvery = steps }));
        Assert.Equal(tiny.History("whole"), tiny.History("killed"));
        Assert.Empty(Directory.GetFileSystemEntries(tiny.At("killed"), "*.tmp"));
    }

    /// <summary>The number of the newest checkpoint, counted from 1; 0 before the first.</summary>
    private int Newest() => !CheckpointManifest.IsIn(tiny.At("killed")) ? 0
        : int.Parse(Path.GetFileName(CheckpointManifest.NewestIn(tiny.At("killed"))).Split('-')[0], CultureInfo.InvariantCulture);

    private static Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "gan.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["OMP_NUM_THREADS"] = "1" },
        };
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
