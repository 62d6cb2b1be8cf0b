using System.Text.Json;
using GanNotebooks.Models;
using GanNotebooks.Trainers;
using GanNotebooks.Visualizers;
using TorchSharp;

namespace GanNotebooks.Tests.Visualizers;

public class TrainingDiagnosisTests
{
    private static TrainingHistory History(int steps, Func<int, (double D, double G, double Real, double Fake)> at)
    {
        var history = new TrainingHistory();
        for (var i = 0; i < steps; i++)
        {
            var (d, g, real, fake) = at(i);
            history.Add(new TrainingStep(i + 1, d, g, real, fake));
        }
        return history;
    }

    private static readonly TrainingHistory Even = History(400, _ => (1.2, 0.9, 0.6, 0.4));

    [Fact]
    public void Each_illness_is_told_by_its_signs()
    {
        torch.manual_seed(1);
        var (real, varied, same) = (torch.randn(50, 2), torch.randn(50, 2), torch.randn(50, 2) * 0.1);
        Assert.Equal(TrainingHealth.Healthy, TrainingDiagnosis.Of(Even, varied, real).Health);
        Assert.Equal(TrainingHealth.Collapsed, TrainingDiagnosis.Of(Even, same, real).Health);
        Assert.Equal(TrainingHealth.DiscriminatorWins, TrainingDiagnosis.Of(History(400, i => i < 200 ? (1.2, 0.9, 0.6, 0.4) : (0.01, 7, 0.99, 0.01))).Health);
        Assert.Equal(TrainingHealth.Diverging, TrainingDiagnosis.Of(History(400, i => i < 350 ? (1, 1, 0.6, 0.4) : (-500, 800, 1, 0)), probabilities: false).Health);
        Assert.Equal(TrainingHealth.TooEarly, TrainingDiagnosis.Of(History(10, _ => (1, 1, 0.5, 0.5))).Health);
    }

    [Fact]
    public void A_critic_cannot_be_too_sure() =>
        Assert.Equal(TrainingHealth.Healthy, TrainingDiagnosis.Of(History(400, _ => (-3, 2, 0.99, 0.01)), probabilities: false).Health);

    [Fact]
    public void The_evidence_is_shown()
    {
        var text = TrainingDiagnosis.Of(Even).ToString();
        Assert.Contains("real samples 0.60 and generated ones 0.40", text, StringComparison.Ordinal);
        Assert.Contains("collapse would not show", text, StringComparison.Ordinal);
        Assert.Contains("<li>", TrainingDiagnosis.Of(Even).ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Clipped_weights_pile_up_at_the_ends_of_their_histogram()
    {
        torch.manual_seed(1);
        using var clipped = new MlpDiscriminator([2], [64, 64]);
        using var free = new MlpDiscriminator([2], [64, 64]);
        new WeightClipping(0.01).Apply(clipped);
        var figure = TrainingCharts.WeightHistogram([("clipped", clipped), ("free", free)], range: 0.3);
        Assert.Contains("clipped", Plotly.NET.GenericChart.toFigureJson(figure), StringComparison.Ordinal);
        Assert.Equal(2, JsonDocument.Parse(Plotly.NET.GenericChart.toFigureJson(figure)).RootElement.GetProperty("data").GetArrayLength());
    }

    [Fact]
    public void A_grid_of_classes_has_a_row_for_each()
    {
        torch.manual_seed(1);
        using var generator = new ConditionalGenerator(3, 2, new DcganGenerator(28, latentSize: 6, featureMaps: 2));
        var grid = ClassGrid.Of(generator, generator.Latents(5), classes: 3, scale: 1);
        Assert.Equal(2 + 3 * 30, grid.Height);
        Assert.InRange(grid.Width, 2 + 5 * 30 + 8, 2 + 5 * 30 + 20);        // the classes' numbers stand beside their rows
    }
}
