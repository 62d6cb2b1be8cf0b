using System.Diagnostics;
using System.Globalization;
using GanNotebooks.Trainers;
using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary>Shows the progress of a training.</summary>
internal sealed class TrainProgress : ITrainingObserver, IDisposable
{
    private readonly bool wasserstein;
    private readonly long begun;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly MovingLine line;
    private volatile string news = "the first step";

    /// <summary>Begins to show progress.</summary>
    /// <param name="console">The console to print to.</param>
    /// <param name="options">The training's options: a critic's scores are not probabilities.</param>
    /// <param name="begun">Steps taken earlier.</param>
    public TrainProgress(IAnsiConsole console, TrainingOptions options, long begun)
    {
        (wasserstein, this.begun) = (options.Loss is WassersteinLoss, begun);
        line = MovingLine.Start(console, () => news);
    }

    public void Observe(TrainingProgress progress)
    {
        news = Describe(progress);
        line.Say(news, atOnce: progress.Finished);
    }

    public void Dispose() => line.Dispose();

    private string Describe(TrainingProgress progress)
    {
        var step = progress.Step;
        var rate = (step.Number - begun) / Math.Max(clock.Elapsed.TotalSeconds, 1e-3);
        var left = TimeSpan.FromSeconds((progress.PlannedSteps - step.Number) / Math.Max(rate, 1e-3));
        var opinion = wasserstein
            ? string.Create(CultureInfo.InvariantCulture, $"distance {step.Distance:0.000}")
            : string.Create(CultureInfo.InvariantCulture, $"D(real) {step.RealScore:0.00} · D(fake) {step.FakeScore:0.00}");
        var stage = progress.Generator is Models.IGrowing growing
            ? string.Create(CultureInfo.InvariantCulture, $" · {growing.Stage.Resolution} px{(growing.Stage.Alpha < 1 ? $" at α {growing.Stage.Alpha:0.00}" : "")}") : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"step {step.Number:N0} of {progress.PlannedSteps:N0}{stage} · loss of D {step.DiscriminatorLoss:0.000}, of G {step.GeneratorLoss:0.000} · {opinion} · {rate:0.0} steps/s · {Left(left)} left");
    }

    private static string Left(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours}:{time:mm\\:ss}")
        : time.ToString(@"m\:ss", CultureInfo.InvariantCulture);
}
