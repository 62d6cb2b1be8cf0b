using TorchSharp;

namespace GanNotebooks.Models;

/// <summary>Scores samples as members of their classes: a good 3 that is labelled 8 is a bad 8.</summary>
/// <param name="classes">How many classes it knows, at least 1.</param>
/// <param name="name">The name in summaries.</param>
public abstract class ConditionalDiscriminator(long classes, string name) : Discriminator(name)
{
    /// <summary>How many classes it knows.</summary>
    public long Classes { get; } = classes;

    /// <inheritdoc/>
    public sealed override torch.Tensor forward(torch.Tensor samples, torch.Tensor? labels)
    {
        if (labels is null) return forward(samples);
        ClassLabels.Check(labels, Classes, GetName());
        return Score(Here(samples), Here(labels));
    }

    /// <summary>Always throws: this network needs labels.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public sealed override torch.Tensor forward(torch.Tensor input) => throw new InvalidOperationException(
        $"{GetName()} scores samples as members of classes and got no labels. Train it on data with labels, or pass them: forward(samples, labels), Judge(samples, labels).");

    /// <summary>Scores samples as members of their classes.</summary>
    /// <param name="samples">(N, C, H, W) in [-1, 1].</param>
    /// <param name="labels">Classes from 0, (N) int64.</param>
    /// <returns>Logits, (N).</returns>
    protected abstract torch.Tensor Score(torch.Tensor samples, torch.Tensor labels);
}
