using TorchSharp;

namespace GanNotebooks.Visualizers;

/// <summary>Ways through latent space: what a generator makes between two random vectors.</summary>
public static class LatentPath
{
    /// <summary>A path along the great circle, which keeps the length that normal random vectors have: White 2016, section 2.1.</summary>
    /// <param name="from">The first vector, (latent).</param>
    /// <param name="to">The last vector, (latent).</param>
    /// <param name="count">How many vectors, both ends included, at least 2.</param>
    /// <returns>(count, latent).</returns>
    public static torch.Tensor Spherical(torch.Tensor from, torch.Tensor to, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        using var scope = torch.NewDisposeScope();
        var angle = Math.Acos(Math.Clamp(((from / from.norm()) * (to / to.norm())).sum().item<float>(), -1, 1));
        if (Math.Sin(angle) < 1e-6) return Straight(from, to, count).MoveToOuterDisposeScope();    // parallel: every great circle would do
        var t = torch.linspace(0, 1, count, device: from.device).unsqueeze(1);
        var path = ((1 - t) * angle).sin() / Math.Sin(angle) * from + (t * angle).sin() / Math.Sin(angle) * to;
        return path.MoveToOuterDisposeScope();
    }

    /// <summary>A straight path.</summary>
    /// <param name="from">The first vector, (latent).</param>
    /// <param name="to">The last vector, (latent).</param>
    /// <param name="count">How many vectors, both ends included, at least 2.</param>
    /// <returns>(count, latent).</returns>
    public static torch.Tensor Straight(torch.Tensor from, torch.Tensor to, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        using var scope = torch.NewDisposeScope();
        var t = torch.linspace(0, 1, count, device: from.device).unsqueeze(1);
        return ((1 - t) * from + t * to).MoveToOuterDisposeScope();
    }
}
