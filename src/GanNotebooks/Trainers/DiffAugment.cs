using TorchSharp;

namespace GanNotebooks.Trainers;

/// <summary>
/// Random changes of all images that the discriminator sees, real and generated, in both players' steps: it cannot memorize a few images,
/// and the generator does not learn to make the changes. Gradients pass through them. Zhao et al. 2020, section 3.
/// </summary>
/// <param name="Color">Whether brightness, saturation and contrast change.</param>
/// <param name="Translation">How far an image moves at most, as a part of its side, in [0, 1); 0 for not at all, 0.125 in the paper. Zeros fill the gap.</param>
/// <param name="Cutout">The side of a square that is set to zero, as a part of the image's, in [0, 1]; 0 for none, 0.5 in the paper.</param>
public sealed record DiffAugment(bool Color = true, double Translation = 0.125, double Cutout = 0.5)
{
    /// <summary>Changes each image at random.</summary>
    /// <param name="images">(N, C, H, W) in about [-1, 1].</param>
    /// <returns>Of the same shape.</returns>
    public torch.Tensor Apply(torch.Tensor images)
    {
        if (Color) images = Colored(images);
        if (Translation > 0) images = Translated(images);
        return Cutout > 0 ? CutOut(images) : images;
    }

    private static torch.Tensor Colored(torch.Tensor images)
    {
        images += Uniform(images) - 0.5;
        var gray = images.mean([1], keepdim: true);
        images = (images - gray) * (2 * Uniform(images)) + gray;
        var level = images.mean([1, 2, 3], keepdim: true);
        return (images - level) * (Uniform(images) + 0.5) + level;
    }

    private torch.Tensor Translated(torch.Tensor images)
    {
        var (height, width) = (images.shape[2], images.shape[3]);
        var (down, right) = ((long)(height * Translation + 0.5), (long)(width * Translation + 0.5));
        var padded = torch.nn.functional.pad(images, [right, right, down, down]);
        var (tops, lefts) = (Whole(2 * down + 1, images), Whole(2 * right + 1, images));
        return torch.stack([.. tops.Zip(lefts, (top, left) => (top, left)).Select((at, i) => padded[i].narrow(1, at.top, height).narrow(2, at.left, width))]);
    }

    private torch.Tensor CutOut(torch.Tensor images)
    {
        var (rows, columns) = (Hidden(images.shape[2]), Hidden(images.shape[3]));
        return images * (rows.unsqueeze(2) & columns.unsqueeze(1)).logical_not().unsqueeze(1).to(images.device);

        // Which positions along a side lie in the square: (N, length). The square may reach over the border.
        torch.Tensor Hidden(long length)
        {
            var side = (long)(length * Cutout + 0.5);
            var starts = torch.randint(length + 1 - side % 2, [images.shape[0], 1], torch.int64) - side / 2;
            var places = torch.arange(length);
            return (places >= starts) & (places < starts + side);
        }
    }

    // Drawn on the CPU: the same seed gives the same changes on every device.
    private static torch.Tensor Uniform(torch.Tensor images) => torch.rand(images.shape[0], 1, 1, 1).to(images.device);

    private static long[] Whole(long below, torch.Tensor images) => torch.randint(below, [images.shape[0]], torch.int64).data<long>().ToArray();
}
