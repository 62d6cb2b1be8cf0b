using GanNotebooks.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanNotebooks.Applications.Tests;

public sealed class FAnoGanTests : IDisposable
{
    private const int Side = 8;
    private readonly DcganEncoder encoder;
    private readonly DcganGenerator generator;
    private readonly WganCritic critic;
    private readonly Tensor images;

    public FAnoGanTests()
    {
        manual_seed(1);
        encoder = new DcganEncoder(Side, 1, 4, featureMaps: 2);
        generator = new DcganGenerator(Side, 1, 4, featureMaps: 2);
        critic = new WganCritic(Side, 1, featureMaps: 2);
        using (no_grad())
            foreach (var kernel in generator.parameters().Where(weight => weight.ndim > 1)) kernel.mul_(20);       // as they start, all images are grey
        for (var i = 0; i < 5; i++) generator.call(encoder.call(randn(20, 1, Side, Side)));       // batch normalization has seen something
        images = rand(6, 1, Side, Side) * 2 - 1;
    }

    public void Dispose()
    {
        encoder.Dispose();
        generator.Dispose();
        critic.Dispose();
        images.Dispose();
    }

    [Theory]
    [InlineData(28, 1)]
    [InlineData(32, 3)]
    [InlineData(64, 4)]
    public void An_encoder_makes_a_latent_vector_of_each_image(long size, long channels)
    {
        using var sized = new DcganEncoder(size, channels, latentSize: 6, featureMaps: 2);
        Assert.Equal([3L, 6], sized.Encode(rand(3, channels, size, size)).shape);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(0.3)]
    public void A_score_is_the_mean_square_of_what_differs_in_pixels_and_of_what_differs_in_features(double kappa)
    {
        var detector = new FAnoGan(encoder, generator, critic, kappa);
        var nearest = detector.Nearest(images);
        for (var i = 0; i < 6; i++)
        {
            var (x, y) = (images[i..(i + 1)], nearest[i..(i + 1)]);
            var pixels = (x - y).data<float>().Average(difference => difference * difference);
            var features = (critic.Features(x) - critic.Features(y)).data<float>().Average(difference => difference * difference);
            Assert.Equal(pixels + kappa * features, detector.Scores(images)[i].item<float>(), 1e-5);
        }
        encoder.eval();
        Assert.True(detector.Distances(images).allclose(detector.Scores(images), 1e-4, 1e-6));
    }

    /// <summary>The mistake of a published test loop: batch normalization left in training mode, so that a score depends on the batch.</summary>
    [Fact]
    public void A_score_does_not_depend_on_the_other_images_nor_on_their_order()
    {
        var detector = new FAnoGan(encoder, generator, critic);
        Assert.True(encoder.training);
        var scores = detector.Scores(images);
        var others = cat([images[2..3], ones(5, 1, Side, Side)]);
        Assert.Equal(scores[2].item<float>(), detector.Scores(others)[0].item<float>(), 1e-5);
        Assert.Equal(scores[2].item<float>(), detector.Scores(images[2..3])[0].item<float>(), 1e-5);
        Assert.True(detector.Scores(images.flip([0])).allclose(scores.flip([0]), 1e-4, 1e-6));
        Assert.True(encoder.training);
    }

    [Fact]
    public void The_loss_teaches_the_encoder_through_the_generator_and_leaves_the_others_as_they_are()
    {
        generator.train();
        var detector = new FAnoGan(encoder, generator, critic);
        Assert.False(generator.training);
        var before = generator.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.clone());
        detector.Distances(images).mean().backward();
        Assert.All(generator.parameters().Concat(critic.parameters()), weight => Assert.Null(weight.grad));
        Assert.All(generator.parameters().Concat(critic.parameters()), weight => Assert.True(weight.requires_grad));
        Assert.All(generator.state_dict(), entry => Assert.True(entry.Value.allclose(before[entry.Key], 0, 0)));
        Assert.All(encoder.modules().OfType<Conv2d>(), layer => Assert.True(layer.weight!.grad!.abs().sum().item<float>() > 0));
    }

    [Fact]
    public void A_trained_encoder_finds_the_way_back_to_what_the_generator_makes()
    {
        var detector = new FAnoGan(encoder, generator, critic);
        var adam = optim.Adam(encoder.parameters(), lr: 1e-2);
        double Step(Tensor made)
        {
            adam.zero_grad();
            var loss = detector.Distances(made).mean();
            loss.backward();
            adam.step();
            return loss.item<float>();
        }
        var losses = Enumerable.Range(0, 60).Select(_ => Step(generator.Generate(32))).ToArray();
        Assert.True(losses[^5..].Average() < 0.5 * losses[..5].Average(), $"from {losses[..5].Average()} to {losses[^5..].Average()}");
    }
}
