using System.Globalization;
using System.Net;
using GanNotebooks.Charts;
using GanNotebooks.Trainers;
using TorchSharp;

namespace GanNotebooks.Visualizers;

/// <summary>A verdict on a training, from its losses and samples, with the numbers behind it. Losses alone cannot show mode collapse: that takes samples.</summary>
/// <param name="Health">The verdict.</param>
/// <param name="Evidence">The numbers that it rests on, one sentence each.</param>
/// <param name="Advice">What to do next.</param>
[TypeFormatterSource(typeof(FormatterSource<TrainingDiagnosis>))]
public sealed record TrainingDiagnosis(TrainingHealth Health, IReadOnlyList<string> Evidence, string Advice) : IShown<TrainingDiagnosis>
{
    private const int FewSteps = 50;
    private const double Sure = 0.95, RunAway = 20, LittleVariety = 0.4;

    /// <summary>Looks at the last tenth of a training.</summary>
    /// <param name="history">What training measured.</param>
    /// <param name="generated">Generated samples, (N, …), at least 2; null when there are none.</param>
    /// <param name="real">Real samples, (M, …), at least 2; needed with <paramref name="generated"/>.</param>
    /// <param name="probabilities">False for critics, whose scores are not probabilities.</param>
    public static TrainingDiagnosis Of(TrainingHistory history, torch.Tensor? generated = null, torch.Tensor? real = null, bool probabilities = true)
    {
        if (history.Steps.Count < FewSteps) return new(TrainingHealth.TooEarly, [Say($"{history.Steps.Count} steps so far; expected at least {FewSteps}.")], "Train on.");
        var last = history.Steps.TakeLast(Math.Max(FewSteps / 2, history.Steps.Count / 10)).ToArray();
        var before = history.Steps.SkipLast(last.Length).ToArray();
        double Size(TrainingStep[] steps) => steps.Average(step => Math.Abs(step.DiscriminatorLoss) + Math.Abs(step.GeneratorLoss));
        var growth = Size(last) / (Size(before) + 1);      // the 1 keeps losses near 0 from growing without bound
        var (sureOfReal, sureOfFake) = (last.Average(step => step.RealScore), last.Average(step => step.FakeScore));
        var variety = generated is null || real is null ? (double?)null : Spread(generated) / Spread(real);

        List<string> evidence = [Say($"Last {last.Length:N0} steps: the two losses' sizes add up to {Size(last):G3}, in the steps before to {Size(before):G3}.")];
        if (probabilities) evidence.Add(Say($"The discriminator gives real samples {sureOfReal:N2} and generated ones {sureOfFake:N2}."));
        evidence.Add(variety is { } part ? Say($"Generated samples lie {part:P0} as far apart as real ones.") : "No samples were looked at: collapse would not show.");

        return growth > RunAway ? new(TrainingHealth.Diverging, evidence, "Lower the rates; a Wasserstein loss needs a penalty or clipping.")
            : variety < LittleVariety ? new(TrainingHealth.Collapsed, evidence, "Give the discriminator more layers or more steps, or use a Wasserstein loss with a gradient penalty.")
            : probabilities && sureOfReal > Sure && sureOfFake < 1 - Sure ? new(TrainingHealth.DiscriminatorWins, evidence, "Handicap the discriminator: dropout, label smoothing, instance noise, a lower rate.")
            : new(TrainingHealth.Healthy, evidence, "Go on, and look at the samples.");
    }

    /// <summary>The diagnosis as HTML.</summary>
    public string ToHtml() =>
        $"<div style=\"font:14px system-ui,sans-serif\"><b>{WebUtility.HtmlEncode(Title)}</b><ul>{string.Concat(Evidence.Select(line => $"<li>{WebUtility.HtmlEncode(line)}</li>"))}</ul>{WebUtility.HtmlEncode(Advice)}</div>";

    /// <inheritdoc/>
    public override string ToString() => $"{Title}\n{string.Join('\n', Evidence.Select(line => $"  {line}"))}\n{Advice}";

    private string Title => Health switch
    {
        TrainingHealth.Healthy => "Healthy",
        TrainingHealth.DiscriminatorWins => "The discriminator wins",
        TrainingHealth.Collapsed => "Collapsed",
        TrainingHealth.Diverging => "Diverging",
        _ => "Too early to say",
    };

    /// <summary>The mean distance of two samples.</summary>
    private static double Spread(torch.Tensor samples)
    {
        using var scope = torch.NewDisposeScope();
        var flat = samples.detach().cpu().to(torch.float32).flatten(1);
        var count = flat.shape[0];
        return torch.cdist(flat, flat).sum().item<float>() / (count * (count - 1.0));
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    static IReadOnlyList<MimeFormatter<TrainingDiagnosis>> IShown<TrainingDiagnosis>.Forms =>
    [
        new("text/html", diagnosis => diagnosis.ToHtml()),
        new("text/plain", diagnosis => diagnosis.ToString()),
    ];
}

/// <summary>The verdict on a training.</summary>
public enum TrainingHealth
{
    /// <summary>Neither player has won, and samples vary as real ones do.</summary>
    Healthy,

    /// <summary>The discriminator is sure of every sample, so the generator's gradient carries no information.</summary>
    DiscriminatorWins,

    /// <summary>Generated samples vary much less than real ones.</summary>
    Collapsed,

    /// <summary>The losses grow without bound.</summary>
    Diverging,

    /// <summary>Too few steps to say.</summary>
    TooEarly,
}
