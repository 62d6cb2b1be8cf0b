using GanNotebooks.Charts;
using GanNotebooks.Trainers;
using GenericChart = Plotly.NET.GenericChart;

namespace GanNotebooks.Visualizers;

public static partial class TrainingCharts
{
    /// <summary>How a GAN is going to grow: the images' side in steps, and below how far the newest layers are faded in. Karras et al. 2018, figures 1 and 2.</summary>
    /// <param name="schedule">How it grows.</param>
    public static GenericChart Growth(ProgressiveSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var moments = Moments(schedule).ToArray();
        var stages = moments.Select(images => schedule.At(images).Growth).ToArray();
        double[] x = [.. moments.Select(images => (double)images)];
        var sides = Figure.Lines("Resolution", [new Series("side of the images", stages.Select(stage => (double)stage.Resolution).ToArray()) { X = x }], "real images seen", "pixels").WithSize(720, 280);
        if (schedule.LastResolution > 64) sides = sides.WithLogY();
        foreach (var side in stages.Select(stage => stage.Resolution).Distinct()) sides = sides.WithHorizontalLine(side, $"{side} px");
        var shares = Figure.Lines("Share of the newest layers", [new Series("α", stages.Select(stage => stage.Alpha).ToArray()) { X = x }], "real images seen", "α").WithYRange(0, 1.05).WithSize(720, 240);
        return Figure.Grid(1, sides, shares);
    }

    /// <summary>The first and the last image of every phase: between them, lines are straight.</summary>
    private static IEnumerable<long> Moments(ProgressiveSchedule schedule)
    {
        var starts = new List<long> { 0 };
        for (var side = schedule.FirstResolution; side < schedule.LastResolution; side *= 2)
        {
            starts.Add(schedule.StabilizeImages + (starts.Count - 1) / 2 * (schedule.FadeImages + schedule.StabilizeImages));
            starts.Add(starts[^1] + schedule.FadeImages);
        }
        return starts.Concat(starts.Select(start => start - 1)).Append(schedule.TotalImages).Where(images => images >= 0).Distinct().Order();
    }
}
