using GanNotebooks.Data;
using GanNotebooks.Models;
using GanNotebooks.Trainers;
using TorchSharp;

namespace GanNotebooks.Tests.Trainers;

public class DivergenceTests
{
    private static TrainingDivergedException Diverge(TrainingOptions options, IBatchSource? data = null, Action<GanNotebooks.Models.Generator, Discriminator>? spoil = null)
    {
        torch.manual_seed(1);
        using var generator = new MlpGenerator(2, [8], [2], bounded: false);
        using var discriminator = new MlpDiscriminator([2], [8, 8]);
        using var trainer = new AdversarialTrainer(generator, discriminator, data ?? new GaussianRing(), options with { BatchSize = 8 });
        if (spoil is not null)
        {
            trainer.Train(2);
            spoil(generator, discriminator);
        }
        var error = Assert.Throws<TrainingDivergedException>(() => trainer.Train(500));
        Assert.Equal(trainer.History.Steps.Count + 1, error.Step);
        Assert.All(trainer.History.Steps, step => Assert.True(double.IsFinite(step.DiscriminatorLoss)));
        Assert.Contains($"Step {error.Step:N0}", error.Message, StringComparison.Ordinal);
        return error;
    }

    private static void Spoil(torch.nn.Module network) => torch.nn.init.constant_(network.parameters().First(), float.NaN);

    [Fact]
    public void A_rate_that_is_far_too_high_is_named() =>
        Assert.Contains("weight has grown to 1E+30: its updates were too large. Lower DiscriminatorRate", Diverge(new TrainingOptions { DiscriminatorRate = 1e30 }).Cause, StringComparison.Ordinal);

    [Fact]
    public void The_network_whose_weights_are_spoiled_is_named()
    {
        Assert.Contains("generator's layers.0.weight", Diverge(new TrainingOptions(), null, (g, _) => Spoil(g)).Cause, StringComparison.Ordinal);
        Assert.Contains("discriminator's layers.0.weight", Diverge(new TrainingOptions(), null, (_, d) => Spoil(d)).Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_with_holes_are_named()
    {
        var error = Diverge(new TrainingOptions(), new BadFromTheThird());
        Assert.Equal(3, error.Step);
        Assert.Contains("data", error.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_of_ones_own_is_suspected_last()
    {
        var error = Diverge(new TrainingOptions { Loss = new Endless() });
        Assert.Contains("infinite", error.Message, StringComparison.Ordinal);
        Assert.Contains("the loss if it is your own", error.Cause, StringComparison.Ordinal);
    }

    private sealed record BadFromTheThird : IBatchSource
    {
        private int batches;

        public string Name => "holes";

        public long[] SampleShape => [2];

        public torch.Tensor NextBatch(int count) => torch.full([count, 2], ++batches > 2 ? float.NaN : 1f);
    }

    private sealed class Endless : IAdversarialLoss
    {
        private int calls;

        public torch.Tensor OfDiscriminator(torch.Tensor real, torch.Tensor fake) => real.mean() * (++calls > 3 ? float.PositiveInfinity : 1);

        public torch.Tensor OfGenerator(torch.Tensor fake) => fake.mean();
    }
}
