using System.Diagnostics;
using GanNotebooks.Trainers;

namespace GanNotebooks.Visualizers;

/// <summary>A live view of a training: progress, losses and a picture of what the generator makes now, updated in place.</summary>
/// <param name="title">What is trained.</param>
/// <param name="picture">Makes the picture: a chart of Plotly.NET or an <see cref="ImageGrid"/>; null for none.</param>
/// <param name="interval">The least time between two frames; null for half a second, or longer where drawing would take more than a sixteenth of the time.
/// The first frame does not count: much of its time goes into compiling the code that draws.</param>
public sealed class TrainingView(string title, Func<TrainingProgress, object>? picture = null, TimeSpan? interval = null) : ITrainingObserver
{
    private const int TrainingPerLooking = 15;
    private TimeSpan pause = interval ?? TimeSpan.FromSeconds(0.5);
    private Stopwatch? clock;
    private long firstStep;
    private TimeSpan lastFrame;
    private Action<object>? update;

    /// <summary>How a front end shows an object and replaces it later; a notebook's set-up assigns it. Without one, views stay silent.</summary>
    public static Func<object, Action<object>>? Display { get; set; }

    /// <inheritdoc/>
    public void Observe(TrainingProgress progress)
    {
        if (Display is null) return;
        var isFirst = clock is null;
        if (clock is null)
        {
            clock = Stopwatch.StartNew();
            firstStep = progress.Step.Number;
        }
        else if (!progress.Finished && clock.Elapsed - lastFrame < pause)
        {
            return;
        }
        var begun = clock.Elapsed;
        Show(new TrainingFrame(title, progress, firstStep, clock.Elapsed, picture?.Invoke(progress)));
        lastFrame = clock.Elapsed;
        if (interval is null && !isFirst) pause = TimeSpan.FromSeconds(Math.Max(0.5, TrainingPerLooking * (lastFrame - begun).TotalSeconds));
        if (progress.Finished) clock = null;        // the next training starts a clock of its own
    }

    private void Show(TrainingFrame frame)
    {
        if (update is null) update = Display!(frame);
        else update(frame);
    }
}
