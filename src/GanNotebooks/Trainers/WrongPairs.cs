using TorchSharp;

namespace GanNotebooks.Trainers;

/// <summary>
/// A third kind of pair for the discriminator: real samples with other samples' conditions, such as a picture with another one's caption.
/// They should score low, so the discriminator has to compare sample and condition. Reed et al. 2016, section 4.2 and algorithm 1 (GAN-CLS).
/// </summary>
/// <param name="Share">The weight of wrong pairs among the pairs that should score low, in (0, 1): ½ in the paper; generated samples have the rest.</param>
public sealed record WrongPairs(double Share = 0.5)
{
    /// <summary>The weight of wrong pairs among the pairs that should score low, in (0, 1).</summary>
    public double Share { get; } = Share is > 0 and < 1 ? Share : throw new ArgumentOutOfRangeException(nameof(Share), Share, "The share of wrong pairs lies between 0 and 1.");

    /// <summary>For each sample, the condition of the next sample in the batch whose condition differs.</summary>
    /// <param name="labels">The right conditions, (N, …).</param>
    /// <returns>Of the same shape.</returns>
    /// <exception cref="ArgumentException">There are no conditions, or all of them are the same.</exception>
    public static torch.Tensor Conditions(torch.Tensor? labels)
    {
        if (labels is null) throw new ArgumentException("Wrong pairs are made of samples with conditions, and the data have none. Train on data with labels or captions, or leave WrongPairs out.", nameof(labels));
        var (count, flat) = (labels.shape[0], labels.reshape(labels.shape[0], -1));
        var differs = flat.unsqueeze(0).ne(flat.unsqueeze(1)).any(2);                                       // (N, N)
        if (labels.device_type != DeviceType.META && !differs.any().item<bool>())
            throw new ArgumentException("All samples of a batch have the same condition, so there is no wrong one. Take larger batches, or leave WrongPairs out.", nameof(labels));
        var places = torch.arange(count, device: labels.device);
        var ahead = (places.unsqueeze(0) - places.unsqueeze(1)).remainder(count);                            // how far ahead of sample i sample j is
        var chosen = (differs.to(torch.int64) * (count - ahead)).argmax(1);
        return flat.gather(0, chosen.unsqueeze(1).expand(-1, flat.shape[1])).reshape(labels.shape);
    }

    /// <summary>The discriminator's loss with wrong pairs: (1 − share)·L(real, fake) + share·L(real, wrong).</summary>
    /// <param name="loss">L. With the logarithmic one and ½ this is −log D(x, right) − ½·[log(1 − D(x, wrong)) + log(1 − D(G(z), right))].</param>
    /// <param name="real">Scores of real samples with their conditions, logits (N).</param>
    /// <param name="wrong">Scores of the same samples with others' conditions, logits (N).</param>
    /// <param name="fake">Scores of generated samples with their conditions, logits (N).</param>
    /// <returns>A scalar.</returns>
    public torch.Tensor Of(IAdversarialLoss loss, torch.Tensor real, torch.Tensor wrong, torch.Tensor fake) =>
        (1 - Share) * loss.OfDiscriminator(real, fake) + Share * loss.OfDiscriminator(real, wrong);
}
