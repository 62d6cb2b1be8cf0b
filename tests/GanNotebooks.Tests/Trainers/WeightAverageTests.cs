using GanNotebooks.Data;
using GanNotebooks.Models;
using GanNotebooks.Trainers;
using TorchSharp;

namespace GanNotebooks.Tests.Trainers;

public class WeightAverageTests
{
    [Fact]
    public void It_keeps_its_share_and_takes_the_rest_from_the_weights()
    {
        using var network = new MlpGenerator(1, [], [1], bounded: false);
        foreach (var weight in network.parameters()) torch.nn.init.constant_(weight, 1);
        using var average = new WeightAverage(network, 0.9);
        foreach (var weight in network.parameters()) torch.nn.init.constant_(weight, 3);
        average.Update();
        Assert.All(average.Weights.Values, weight => Assert.Equal(1.2, weight.item<float>(), 1e-6));
        average.Update();
        Assert.All(average.Weights.Values, weight => Assert.Equal(1.38, weight.item<float>(), 1e-6));
    }

    [Fact]
    public void It_is_lent_to_the_network_and_given_back_bit_for_bit()
    {
        torch.manual_seed(1);
        using var generator = new MlpGenerator(2, [8], [2], batchNorm: true);
        using var discriminator = new MlpDiscriminator([2], [8]);
        using var trainer = new AdversarialTrainer(generator, discriminator, new GaussianRing(), new TrainingOptions { BatchSize = 16, GeneratorRate = 0.1, AverageDecay = 0.9 });
        WeightAverage? average = null;
        trainer.Train(5, default, new Watcher(now => average = now.Average));
        var z = generator.Latents(4);
        var own = generator.Generate(z);
        using (average!.Lend()) Assert.False(generator.Generate(z).allclose(own));
        Assert.True(generator.Generate(z).equal(own).all().item<bool>());
    }

    [Fact]
    public void It_is_given_to_the_network_for_good()
    {
        using var network = new MlpGenerator(1, [], [1], bounded: false);
        foreach (var weight in network.parameters()) torch.nn.init.constant_(weight, 1);
        var average = new WeightAverage(network, 0.5);
        foreach (var weight in network.parameters()) torch.nn.init.constant_(weight, 3);
        average.Update();
        average.Keep();
        average.Dispose();
        Assert.All(network.parameters(), weight => Assert.Equal(2, weight.item<float>(), 1e-6));
    }

    private sealed class Watcher(Action<TrainingProgress> watch) : ITrainingObserver
    {
        public void Observe(TrainingProgress progress) => watch(progress);
    }
}
