using TorchSharp;

namespace GanNotebooks.Models;

/// <summary>Scores samples: high for real, low for generated (Goodfellow et al. 2014, section 3).</summary>
/// <remarks>The score is a logit: D(x) = σ(score) is the probability of "real".</remarks>
/// <param name="name">The name in summaries.</param>
public abstract class Discriminator(string name) : Network(name)
{
    /// <summary>Whether a sample's score does not depend on the other samples in its batch, as without batch normalization; training then scores real and generated samples in one pass.</summary>
    public virtual bool ScoresApart => false;

    /// <summary>The channels of the image that each sample is scored together with; 0 where the condition is a class or a caption, or there is none.</summary>
    public virtual long SourceChannels => 0;

    /// <summary>Scores samples together with their conditions; a discriminator without a condition ignores them.</summary>
    /// <param name="samples">(N, …), of the shape it was built for.</param>
    /// <param name="labels">Classes, (N) int64, or null; images, (N, C, H, W), for a discriminator that compares images.</param>
    /// <returns>Logits, (N); or (N, h, w) from a discriminator that scores an image patch by patch.</returns>
    public virtual torch.Tensor forward(torch.Tensor samples, torch.Tensor? labels) => forward(samples);

    /// <summary>Scores the same samples with two conditions each, such as the right one and a wrong one. A discriminator that processes samples before conditions does so once for both.</summary>
    /// <param name="samples">(N, …), of the shape it was built for.</param>
    /// <param name="first">Conditions, (N, …).</param>
    /// <param name="second">Other conditions, (N, …).</param>
    /// <returns>What <see cref="forward(torch.Tensor, torch.Tensor?)"/> returns for each of the two.</returns>
    public virtual (torch.Tensor First, torch.Tensor Second) forward(torch.Tensor samples, torch.Tensor first, torch.Tensor second) => (forward(samples, first), forward(samples, second));

    /// <summary>Probabilities of "real", as one uses a trained discriminator: in evaluation mode and without gradients.</summary>
    /// <param name="samples">(N, …), of the shape it was built for.</param>
    /// <param name="labels">Their classes, (N) int64, or other conditions, for a discriminator that asks for them.</param>
    /// <returns>(N), or (N, h, w), in (0, 1), on the CPU.</returns>
    public torch.Tensor Judge(torch.Tensor samples, torch.Tensor? labels = null) => Evaluate(() => forward(Here(samples), Here(labels)).sigmoid());
}
