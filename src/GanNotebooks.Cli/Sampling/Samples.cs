using GanNotebooks.Models;
using GanNotebooks.Visualizers;
using TorchSharp;

namespace GanNotebooks.Cli;

/// <summary>Images that a generator made.</summary>
/// <param name="Images">(N, C, H, W) uint8.</param>
/// <param name="Labels">Their classes, or null for a generator without classes.</param>
internal sealed record Samples(torch.Tensor Images, long[]? Labels) : IDisposable
{
    private const int AtOnce = 100;

    /// <summary>Generates images; the same seed gives the same ones.</summary>
    /// <param name="generator">Any generator of images.</param>
    /// <param name="count">How many.</param>
    /// <param name="classes">The requested classes, in turn; null takes all in turn, if there are any.</param>
    /// <param name="seed">The seed of everything random.</param>
    /// <exception cref="UserError">The generator has no such classes.</exception>
    public static Samples Of(Generator generator, int count, IReadOnlyList<long>? classes, int seed)
    {
        if (classes is not null && generator is not ConditionalGenerator) throw new UserError($"{generator.GetName()} makes images without regard to classes: leave --labels out, or train a cgan.");
        var known = (generator as ConditionalGenerator)?.Classes ?? 0;
        if (classes?.Any(label => label < 0 || label >= known) == true)
            throw new UserError($"--labels {string.Join(',', classes)}: expected classes from 0 to {known - 1}.");
        var turn = classes ?? [.. Enumerable.Range(0, (int)known).Select(label => (long)label)];
        var labels = known == 0 ? null : Enumerable.Range(0, count).Select(i => turn[i % turn.Count]).ToArray();
        torch.manual_seed(seed);
        var images = new List<torch.Tensor>();
        using var scope = torch.NewDisposeScope();
        using var latents = generator.Latents(count);
        for (var from = 0; from < count; from += AtOnce)
        {
            using var some = torch.NewDisposeScope();
            var part = Math.Min(AtOnce, count - from);
            var made = generator.Generate(latents.narrow(0, from, part), labels is null ? null : torch.tensor(labels[from..(from + part)]));
            images.Add(ImageGrid.Pixels(made).MoveToOuterDisposeScope());
        }
        return new(torch.cat(images.ToArray()).DetachFromDisposeScope(), labels);
    }

    public void Dispose() => Images.Dispose();
}
