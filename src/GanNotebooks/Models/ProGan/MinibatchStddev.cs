using static TorchSharp.torch;

namespace GanNotebooks.Models;

/// <summary>Shows the critic how much the images of a group differ, as one more channel: a generator without variety is found out. Karras et al. 2018, section 3.</summary>
/// <param name="groupSize">Images a group, 4 in the paper; a batch that is smaller or does not divide is one group.</param>
public sealed class MinibatchStddev(int groupSize = 4) : nn.Module<Tensor, Tensor>(nameof(MinibatchStddev))
{
    private const double Small = 1e-8;      // keeps the root's slope finite where all images are the same

    /// <summary>Adds the channel: the standard deviation over the group, averaged over channels and pixels.</summary>
    /// <param name="input">(N, C, H, W).</param>
    /// <returns>(N, C + 1, H, W).</returns>
    public override Tensor forward(Tensor input)
    {
        var (n, h, w) = (input.shape[0], input.shape[2], input.shape[3]);
        var group = n % groupSize == 0 ? groupSize : n;
        var groups = input.reshape(group, n / group, -1);                       // member, group, value
        var deviations = groups - groups.mean([0], keepdim: true);
        var spread = (deviations.square().mean([0]) + Small).sqrt().mean([1]);  // a number a group
        return cat([input, spread.repeat(group).reshape(n, 1, 1, 1).expand(n, 1, h, w)], 1);
    }
}
