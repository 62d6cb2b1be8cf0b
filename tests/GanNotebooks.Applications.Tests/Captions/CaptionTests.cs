using GanNotebooks.Data;
using GanNotebooks.Models;
using GanNotebooks.Tests;
using static TorchSharp.torch;

namespace GanNotebooks.Applications.Tests;

public class CaptionTests
{
    private static readonly string[] Drawn = DrawCaptions();

    private static readonly Vocabulary Words = new(Drawn);

    private static CaptionEncoder Encoder(long size = 8) => new(Words.Count, size);

    [Fact]
    public void Different_captions_have_different_vectors()
    {
        manual_seed(1);
        using var encoder = Encoder();
        string[] different = [.. Drawn.Distinct()];
        var vectors = encoder.Encode(Words.Encode(different));
        Assert.Equal([different.Length, 8], vectors.shape);
        var distances = cdist(vectors, vectors) + 100 * eye(different.Length);
        Assert.True(distances.min().item<float>() > 1e-2, $"{different.Length} captions, the nearest two {distances.min().item<float>()} apart");
    }

    /// <summary>The same words in another order are another picture.</summary>
    [Fact]
    public void The_order_of_words_counts()
    {
        manual_seed(1);
        using var encoder = Encoder();
        var vectors = encoder.Encode(Words.Encode(["a small red star above a large blue ring", "a small blue star above a large red ring"]));
        Assert.True((vectors[0] - vectors[1]).abs().max().item<float>() > 0.1);
    }

    [Fact]
    public void Padding_changes_nothing_and_stays_so()
    {
        manual_seed(1);
        using var encoder = Encoder();
        string[] captions = ["a small red star", "a large pink ring"];
        var (tight, wide) = (Words.Encode(captions), Words.Encode(captions, length: 9));
        Assert.True(encoder.Encode(tight).equal(encoder.Encode(wide)).all().item<bool>());
        using var adam = optim.Adam(encoder.parameters(), lr: 0.1);
        for (var step = 0; step < 3; step++)
        {
            adam.zero_grad();
            (encoder.forward(wide) - 1).square().sum().backward();
            adam.step();
        }
        Assert.True(encoder.Encode(tight).allclose(encoder.Encode(wide), atol: 1e-6));
    }

    [Fact]
    public void The_caption_is_a_part_of_what_the_generator_is_given()
    {
        manual_seed(1);
        using var generator = new CaptionGenerator(Encoder(4), new DcganGenerator(8, 3, latentSize: 10, featureMaps: 2));
        Assert.Equal(6, generator.LatentSize);
        var z = generator.Latents(1).repeat(2, 1);
        var made = generator.Generate(z, Words.Encode(["a small red star", "a small red ring"]));
        Assert.Equal([2L, 3, 8, 8], made.shape);
        Assert.False(made[0].allclose(made[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CaptionGenerator(Encoder(10), new MlpGenerator(10, [], [2])));
    }

    /// <summary>The difference of two captions' scores is the inner product of the features with the difference of their vectors.</summary>
    [Fact]
    public void The_score_is_a_projection_on_the_captions_vector()
    {
        manual_seed(1);
        using var judge = new CaptionDiscriminator(Words.Count, 8, 3, featureMaps: 2);
        Assert.True(judge.ScoresApart);
        var images = rand(2, 3, 8, 8);
        var (here, there) = (Words.Encode(["a small red star", "a large red ring"]), Words.Encode(["a small blue star", "a small red ring"]));
        var children = judge.named_children().ToDictionary(child => child.name, child => (nn.Module<Tensor, Tensor>)child.module);
        var expected = ((children["direction"].call(here) - children["direction"].call(there)) * children["features"].call(images)).sum(1);
        Assert.True((judge.forward(images, here) - judge.forward(images, there)).allclose(expected, atol: 1e-6));
        Assert.True(expected.abs().min().item<float>() > 1e-6);
        Assert.All(judge.forward(images, here).sum().Along(judge.parameters()), slope => Assert.False(slope is null || slope.IsInvalid));
        var (first, second) = judge.forward(images, here, there);
        Assert.True(first.equal(judge.forward(images, here)).all().item<bool>() && second.equal(judge.forward(images, there)).all().item<bool>());
        Assert.True(judge.forward(images, here)[..1].allclose(judge.forward(images[..1], here[..1]), atol: 1e-6));
    }

    [Fact]
    public void What_cannot_be_read_is_refused()
    {
        using var generator = new CaptionGenerator(Encoder(4), new MlpGenerator(10, [], [2]));
        using var judge = new CaptionDiscriminator(Words.Count, 8, 3, featureMaps: 2, maxLength: 4);
        var z = generator.Latents(2);
        string Message(Func<Tensor> mistake) => Assert.Throws<ArgumentException>(mistake).Message;
        Assert.Contains("makes what captions describe, and got none", Message(() => generator.Generate(z)), StringComparison.Ordinal);
        Assert.Contains("beside captions, and got none", Message(() => judge.Judge(rand(2, 3, 8, 8))), StringComparison.Ordinal);
        Assert.Contains("expected captions, (N, L) int64", Message(() => generator.Generate(z, ones(2, int64))), StringComparison.Ordinal);
        Assert.Contains("Float32 (2, 4)", Message(() => generator.Generate(z, ones(2, 4))), StringComparison.Ordinal);
        Assert.Contains("at most 4 words", Message(() => judge.Judge(rand(2, 3, 8, 8), ones(2, 5, int64))), StringComparison.Ordinal);
        Assert.Contains($"knows {Words.Count} numbers, 0 to {Words.Count - 1}, and got 99", Message(() => generator.Generate(z, full(2, 4, 99, int64))), StringComparison.Ordinal);
    }

    private static string[] DrawCaptions()
    {
        var attributes = ColouredShapes.Draw(400, seed: 3).Attributes!;
        return [.. Enumerable.Range(0, attributes.Count).Select(i => ColouredShapes.Caption(attributes, i))];
    }
}
