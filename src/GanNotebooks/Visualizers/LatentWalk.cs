using GanNotebooks.Models;
using TorchSharp;

namespace GanNotebooks.Visualizers;

/// <summary>A walk through latent space that comes back to where it began, as an animation.</summary>
public static class LatentWalk
{
    /// <summary>Goes from each latent vector to the next along great circles, and from the last to the first.</summary>
    /// <param name="generator">The generator of the images.</param>
    /// <param name="stops">The latent vectors on the way, (N, walkers, LatentSize), N at least 2; each walker is one image of every frame.</param>
    /// <param name="framesBetween">How many frames from one stop to the next, at least 1.</param>
    /// <param name="labels">The walkers' classes, (walkers) int64, or null.</param>
    /// <param name="columns">Images per row, at least 1.</param>
    /// <param name="scale">How many pixels wide and high one pixel of an image becomes, at least 1.</param>
    public static Animation Of(Generator generator, torch.Tensor stops, int framesBetween = 12, torch.Tensor? labels = null, int columns = 4, int scale = 2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(framesBetween, 1);
        if (stops.shape is not [> 1, > 0, _]) throw new ArgumentException($"Stops of shape ({string.Join(", ", stops.shape)}): expected (N, walkers, latent) with N at least 2.", nameof(stops));
        using var scope = torch.NewDisposeScope();
        var frames = new List<torch.Tensor>();
        for (var stop = 0; stop < stops.shape[0]; stop++)
        {
            var (from, to) = (stops[stop], stops[(stop + 1) % stops.shape[0]]);
            var ways = Enumerable.Range(0, (int)from.shape[0]).Select(walker => LatentPath.Spherical(from[walker], to[walker], framesBetween + 1)).ToArray();
            for (var frame = 0; frame < framesBetween; frame++) frames.Add(generator.Generate(torch.stack(ways.Select(way => way[frame])), labels));
        }
        return Animation.Of(frames, columns, scale, title: "a walk through latent space");
    }
}

/// <summary>Paths through latent space, from one latent vector to another.</summary>
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
