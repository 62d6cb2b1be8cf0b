using GanNotebooks.Data;
using GanNotebooks.Models;
using GanNotebooks.Trainers;
using TorchSharp;

namespace GanNotebooks.Tests.Trainers;

public sealed class AdversarialTrainerTests
{
    private sealed class Watcher(Action<TrainingProgress> watch) : ITrainingObserver
    {
        public void Observe(TrainingProgress progress) => watch(progress);
    }

    private sealed record Gaussian(double MeanX, double MeanY) : IBatchSource
    {
        public string Name => "Gaussian";

        public long[] SampleShape => [2];

        /// <summary>x = A·n + mean with A = [[1, 0], [0.5, 0.5]].</summary>
        public torch.Tensor NextBatch(int count)
        {
            using var scope = torch.NewDisposeScope();
            var shape = torch.tensor(new float[,] { { 1, 0.5f }, { 0, 0.5f } });
            var mean = torch.tensor(new[] { (float)MeanX, (float)MeanY });
            return (torch.randn(count, 2).matmul(shape) + mean).MoveToOuterDisposeScope();
        }
    }

    private static AdversarialTrainer Small(out Generator generator, out Discriminator discriminator)
    {
        torch.manual_seed(3);
        generator = new MlpGenerator(2, [16], [2], bounded: false);
        discriminator = new MlpDiscriminator([2], [16]);
        return new AdversarialTrainer(generator, discriminator, new GaussianRing(), TrainingOptions.VanillaPoints with { BatchSize = 32 });
    }

    public static TheoryData<Discriminator, bool> Discriminators => new()
    {
        { new MlpDiscriminator([1, 28, 28], [8]), true },
        { new DcganDiscriminator(28, featureMaps: 2), false },
        { new WganCritic(28, featureMaps: 2), true },
        { new ProjectionDiscriminator(3, 28, featureMaps: 2), false },
        { new ProjectionDiscriminator(3, 28, featureMaps: 2, batchNorm: false), true },
        { new LabelMapDiscriminator(3, 28, featureMaps: 2), false },
        { new ProGanCritic(4, 1, 4), false },
    };

    /// <summary>A discriminator that says so wrongly would be trained on wrong scores.</summary>
    [Theory, MemberData(nameof(Discriminators), DisableDiscoveryEnumeration = true)]
    public void Samples_are_scored_in_one_pass_only_where_a_score_depends_on_nothing_else(Discriminator discriminator, bool apart)
    {
        using var scope = torch.NewDisposeScope();
        var side = discriminator is ProGanCritic ? 4 : 28;
        torch.Tensor real = torch.randn(4, 1, side, side) + 1, fake = torch.randn(4, 1, side, side), labels = torch.tensor(new long[] { 0, 1, 2, 0 });
        torch.Tensor together = discriminator.forward(torch.cat([real, fake]), torch.cat([labels, labels])), alone = discriminator.forward(real, labels);
        Assert.Equal(apart, discriminator.ScoresApart);
        Assert.Equal(apart, together[..4].allclose(alone, 1e-4, 1e-5));
    }

    [Fact]
    public void A_number_of_threads_is_kept_and_noted_down_and_given_back()
    {
        var before = torch.get_num_threads();
        using var generator = new MlpGenerator(2, [16], [2], bounded: false);
        using var discriminator = new MlpDiscriminator([2], [16]);
        using var trainer = new AdversarialTrainer(generator, discriminator, new GaussianRing(), TrainingOptions.VanillaPoints with { Threads = before + 1 });
        var seen = 0;
        trainer.Train(1, default, new Watcher(_ => seen = torch.get_num_threads()));
        Assert.Equal((before + 1, before + 1, before), (seen, trainer.History.Threads, torch.get_num_threads()));
        Assert.Contains($"{before + 1} threads", trainer.History.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_gives_the_same_losses_bit_for_bit()
    {
        TrainingStep[] Run()
        {
            using var trainer = Small(out _, out _);
            return [.. trainer.Train(40).Steps];
        }
        Assert.Equal(Run(), Run());
    }

    [Fact]
    public void Training_in_two_parts_is_training_in_one()
    {
        using var whole = Small(out _, out _);
        var expected = whole.Train(20).Steps.ToArray();
        using var parts = Small(out _, out _);
        parts.Train(8);
        Assert.Equal(expected, parts.Train(12).Steps);
    }

    [Fact]
    public void Both_players_learn_in_every_step_and_the_discriminator_can_learn_again()
    {
        using var trainer = Small(out var generator, out var discriminator);
        var before = generator.parameters().Concat(discriminator.parameters()).Select(p => p.detach().clone()).ToArray();
        trainer.Train(1);
        var after = generator.parameters().Concat(discriminator.parameters()).ToArray();
        Assert.All(after.Zip(before), pair => Assert.False(pair.First.detach().allclose(pair.Second)));
        Assert.All(discriminator.parameters(), p => Assert.True(p.requires_grad));
    }

    /// <summary>A linear generator learns the mean (1, 2) of a Gaussian and its covariance AᵀA; the game circles around them, so the last steps are averaged.</summary>
    [Fact]
    public void A_linear_generator_learns_mean_and_covariance()
    {
        torch.manual_seed(1);
        using var generator = new MlpGenerator(2, [], [2], bounded: false);
        using var discriminator = new MlpDiscriminator([2], [32, 32]);
        using var trainer = new AdversarialTrainer(generator, discriminator, new Gaussian(1, 2),
            new TrainingOptions { BatchSize = 128, GeneratorRate = 2e-3, DiscriminatorRate = 8e-3 });
        trainer.Train(4000);
        var (mean, covariance, looks) = (torch.zeros(2), torch.zeros(2, 2), 0);
        trainer.Train(2000, default, new Watcher(progress =>
        {
            if (progress.Step.Number % 20 != 0 || progress.Finished) return;
            using var scope = torch.NewDisposeScope();
            var samples = generator.Generate(1000);
            var centered = samples - samples.mean([0]);
            mean.add_(samples.mean([0]));
            covariance.add_(centered.T.matmul(centered) / 1000);
            looks++;
        }));
        Assert.True((mean / looks).allclose(torch.tensor(new float[] { 1, 2 }), atol: 0.15), (mean / looks).npstr());
        Assert.True((covariance / looks).allclose(torch.tensor(new float[,] { { 1, 0.5f }, { 0.5f, 0.5f } }), atol: 0.2), (covariance / looks).npstr());
    }

    [Fact]
    public void A_stop_ends_training_after_the_running_step_and_keeps_what_was_learned()
    {
        using var trainer = Small(out _, out _);
        using var stop = new CancellationTokenSource();
        var finished = 0;
        var history = trainer.Train(1000, stop.Token, new Watcher(progress =>
        {
            if (progress.Step.Number == 7) stop.Cancel();
            if (progress.Finished) finished++;
        }));
        Assert.Equal(7, history.Steps.Count);
        Assert.True(history.Stopped);
        Assert.Equal(1, finished);
        Assert.False(trainer.Train(3).Stopped);
        Assert.Equal(10, history.Steps.Count);
    }

    [Fact]
    public void Observers_see_every_step_and_the_end()
    {
        using var trainer = Small(out _, out _);
        var seen = new List<(long, long, bool)>();
        trainer.Train(3, default, new Watcher(p => seen.Add((p.Step.Number, p.PlannedSteps, p.Finished))));
        Assert.Equal([(1, 3, false), (2, 3, false), (3, 3, false), (3, 3, true)], seen);
    }

    [Fact]
    public void Scores_are_probabilities_and_numbers_run_from_one()
    {
        using var trainer = Small(out _, out _);
        var steps = trainer.Train(5).Steps;
        Assert.Equal([1L, 2, 3, 4, 5], steps.Select(s => s.Number));
        Assert.All(steps, s => Assert.True(s.RealScore is > 0 and < 1 && s.FakeScore is > 0 and < 1));
    }

    [Fact]
    public void A_batch_of_one_is_refused()
    {
        using var generator = new MlpGenerator(2, [4], [2]);
        using var discriminator = new MlpDiscriminator([2], [4]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new AdversarialTrainer(generator, discriminator, new GaussianRing(), new TrainingOptions { BatchSize = 1 }));
    }

    /// <summary>The exact answer for two known densities: D* = p / (p + q), Goodfellow et al. 2014, proposition 1.</summary>
    [Fact]
    public void The_best_discriminator_is_the_share_of_the_real_density()
    {
        torch.manual_seed(1);
        using var discriminator = new MlpDiscriminator([1], [32, 32]);
        using var adam = torch.optim.Adam(discriminator.parameters(), 5e-3);
        for (var step = 0; step < 600; step++)
        {
            using var scope = torch.NewDisposeScope();
            adam.zero_grad();
            new NonSaturatingLoss().OfDiscriminator(discriminator.call(torch.randn(512, 1) + 1), discriminator.call(torch.randn(512, 1) - 1)).backward();
            adam.step();
        }
        var places = new float[] { -1, -0.5f, 0, 0.5f, 1 };
        var expected = places.Select(x => 1 / (1 + Math.Exp(-2 * x))).ToArray();        // of N(1, 1) and N(−1, 1)
        var found = discriminator.Judge(torch.tensor(places).unsqueeze(1)).data<float>().ToArray();
        for (var i = 0; i < places.Length; i++) Assert.Equal(expected[i], found[i], 0.05);
    }

    [Theory]
    [InlineData(Player.Discriminator)]
    [InlineData(Player.Generator)]
    public void A_move_changes_the_weights_of_one_player_alone(Player player)
    {
        using var trainer = Small(out var generator, out var discriminator);
        float[] Weights(torch.nn.Module network) => [.. network.parameters().SelectMany(weight => weight.data<float>().ToArray())];
        var (g, d) = (Weights(generator), Weights(discriminator));
        trainer.Move(player);
        Assert.Equal(player == Player.Generator, !g.SequenceEqual(Weights(generator)));
        Assert.Equal(player == Player.Discriminator, !d.SequenceEqual(Weights(discriminator)));
        Assert.Empty(trainer.History.Steps);
    }
}
