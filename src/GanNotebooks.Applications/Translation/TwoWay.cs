using GanNotebooks.Models;
using TorchSharp;

namespace GanNotebooks.Applications;

/// <summary>
/// Two generators that translate between two domains, as one: the first half of a batch goes there, the second half back. Zhu, Park et al. 2017,
/// section 3 (CycleGAN).
/// </summary>
public sealed class TwoWayGenerator : ImageTranslator
{
    /// <summary>Joins two generators of images of the same channels, without random input.</summary>
    /// <param name="there">From the first domain to the second: the paper's G.</param>
    /// <param name="back">From the second to the first: the paper's F.</param>
    public TwoWayGenerator(ImageTranslator there, ImageTranslator back) : base(there.SourceChannels, 0, nameof(TwoWayGenerator))
    {
        (There, Back) = (there, back);
        RegisterComponents();
    }

    /// <summary>From the first domain to the second.</summary>
    public ImageTranslator There { get; }

    /// <summary>From the second domain to the first.</summary>
    public ImageTranslator Back { get; }

    /// <summary>Translates a batch whose first half is of the first domain, and whose second half is of the second.</summary>
    protected override torch.Tensor Translate(torch.Tensor latents, torch.Tensor images) =>
        TwoWay.Halves(images, (first, second) => (There.forward(latents[..(int)first.shape[0]], first), Back.forward(latents[(int)first.shape[0]..], second)));
}

/// <summary>Two discriminators, one for each domain, as one.</summary>
public sealed class TwoWayDiscriminator : Discriminator
{
    private readonly Discriminator there;
    private readonly Discriminator back;

    /// <summary>Joins two discriminators without conditions.</summary>
    /// <param name="there">Scores images of the second domain and those translated from the first.</param>
    /// <param name="back">Scores images of the first domain and those translated from the second.</param>
    public TwoWayDiscriminator(Discriminator there, Discriminator back) : base(nameof(TwoWayDiscriminator))
    {
        (this.there, this.back) = (there, back);
        RegisterComponents();
    }

    /// <summary>Scores a batch whose first half is of the second domain, and whose second half is of the first.</summary>
    /// <param name="input">(2N, C, H, W).</param>
    /// <returns>Logits, (2N, …).</returns>
    public override torch.Tensor forward(torch.Tensor input) =>
        TwoWay.Halves(Here(input), (second, first) => (there.forward(second), back.forward(first)));
}

/// <summary>Splits a batch into halves for the two directions.</summary>
internal static class TwoWay
{
    /// <summary>Processes the halves separately and joins the results.</summary>
    /// <exception cref="ArgumentException">There is an odd number of images.</exception>
    public static torch.Tensor Halves(torch.Tensor images, Func<torch.Tensor, torch.Tensor, (torch.Tensor, torch.Tensor)> each)
    {
        var count = (int)images.shape[0];
        if (count % 2 != 0) throw new ArgumentException($"{count} images cannot be halved: expected as many for the way there as for the way back.", nameof(images));
        var (first, second) = each(images[..(count / 2)], images[(count / 2)..]);
        return torch.cat([first, second]);
    }
}
