using System.Globalization;
using GanNotebooks.Models;
using TorchSharp;

namespace GanNotebooks.Trainers;

/// <summary>A loss became infinite or NaN; training stopped before any network learned from it.</summary>
public sealed class TrainingDivergedException : Exception
{
    private const float Huge = 1e6f;        // no weight of a healthy network comes near it

    private TrainingDivergedException(long step, string cause, string message) : base(message) => (Step, Cause) = (step, cause);

    /// <summary>The step, from 1.</summary>
    public long Step { get; }

    /// <summary>The cause, or the most likely one.</summary>
    public string Cause { get; }

    internal static TrainingDivergedException Of(long step, string what, float value, torch.Tensor samples, Generator generator, Discriminator discriminator, TrainingOptions options)
    {
        using var scope = torch.NewDisposeScope();
        using var _ = torch.no_grad();
        var cause = FirstBad(generator) is { } g ? $"the generator's {g}: its updates were too large. Lower GeneratorRate"
            : FirstBad(discriminator) is { } d ? $"the discriminator's {d}: its updates were too large. Lower DiscriminatorRate"
            : !IsFinite(samples) ? "the samples themselves are not finite. Look for NaN in the data, or for a division by zero in the generator"
            : options is { Loss: WassersteinLoss, Penalty: null, Clipping: null } ? "the critic's scores grew beyond all bounds. A Wasserstein loss needs a GradientPenalty or WeightClipping"
            : "all weights and samples are finite, the scores or the loss are not. Lower DiscriminatorRate, or look at the loss if it is your own";
        return new(step, cause, $"Step {step:N0}: {what} is {(float.IsNaN(value) ? "no number (NaN)" : "infinite")}; {cause}. Training stopped before anything learned from it.");
    }

    private static string? FirstBad(torch.nn.Module network)
    {
        foreach (var (name, weight) in network.named_parameters())
        {
            if (!IsFinite(weight)) return $"{name} is not finite";
            if (weight.abs().max().item<float>() is > Huge and var largest) return string.Create(CultureInfo.InvariantCulture, $"{name} has grown to {largest:G1}");
        }
        return null;
    }

    private static bool IsFinite(torch.Tensor tensor) => tensor.isfinite().all().item<bool>();
}
