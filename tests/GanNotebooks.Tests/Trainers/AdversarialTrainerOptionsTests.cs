using GanNotebooks.Data;
using GanNotebooks.Models;
using GanNotebooks.Trainers;
using TorchSharp;

namespace GanNotebooks.Tests.Trainers;

public class AdversarialTrainerOptionsTests
{
    private static readonly TrainingOptions Small = TrainingOptions.WganGpPoints with { BatchSize = 8 };

    /// <summary>Mistakes of tutorials: three critic steps called the paper's, a clip value that nobody uses, the wrong decays.</summary>
    [Fact]
    public void Presets_are_the_papers_tables()
    {
        Assert.Equal((128, 2e-4, 2e-4, (IUpdateRule)new AdamRule(0.5, 0.999)), Of(TrainingOptions.Dcgan));
        Assert.Equal((64, 5e-5, 5e-5, (IUpdateRule)new RmsPropRule()), Of(TrainingOptions.Wgan));
        Assert.Equal((5, new WeightClipping(0.01)), (TrainingOptions.Wgan.CriticSteps, TrainingOptions.Wgan.Clipping));
        Assert.Equal((64, 1e-4, 1e-4, (IUpdateRule)new AdamRule(0, 0.9)), Of(TrainingOptions.WganGp));
        Assert.Equal((5, new GradientPenalty(10), null), (TrainingOptions.WganGp.CriticSteps, TrainingOptions.WganGp.Penalty, TrainingOptions.WganGp.Clipping));
        Assert.Equal((new WassersteinLoss(0.001), new GradientPenalty(10), 0.999), (TrainingOptions.ProGan.Loss, TrainingOptions.ProGan.Penalty, TrainingOptions.ProGan.AverageDecay));
        Assert.Equal(new AdamRule(0, 0.99, 1e-8), TrainingOptions.ProGan.UpdateRule);
        Assert.Equal(1e-3, TrainingOptions.ProGan.Growth!.Rate);
        Assert.Equal((new NonSaturatingLoss(), (ICriticPenalty)new LazyPenalty(new R1Penalty(1), 16)), (TrainingOptions.ProGanR1.Loss, TrainingOptions.ProGanR1.Penalty));

        static (int, double, double, IUpdateRule) Of(TrainingOptions o) => (o.BatchSize, o.GeneratorRate, o.DiscriminatorRate, o.UpdateRule);
    }

    /// <summary>Mistake of tutorials: the critic's latents used again for the generator.</summary>
    [Fact]
    public void After_several_critic_steps_the_generator_gets_latents_of_its_own()
    {
        torch.manual_seed(1);
        using var generator = new Remembering();
        using var critic = new MlpDiscriminator([2], [4]);
        using var trainer = new AdversarialTrainer(generator, critic, new GaussianRing(), Small);
        trainer.Train(1);
        Assert.Equal(6, generator.Seen.Count);
        Assert.All(generator.Seen[..5], z => Assert.False(z.allclose(generator.Seen[5])));
        Assert.Equal(5 * 8, trainer.History.Steps[0].ImagesSeen);
    }

    [Fact]
    public void The_critic_learns_in_every_one_of_its_steps()
    {
        torch.manual_seed(1);
        using var generator = new Remembering();
        using var critic = new LinearCritic(0.5);
        using var trainer = new AdversarialTrainer(generator, critic, new GaussianRing(), Small with { DiscriminatorRate = 1e-2, Loss = new Nothing() });
        trainer.Train(1);
        Assert.True(critic.Slope.item<float>() > 0.54f, "the penalty alone moves the slope towards 1, five times");
        Assert.Equal(0.1 * 0.25, trainer.History.Steps[0].Penalty, 0.01);
    }

    [Fact]
    public void Clipping_is_used_and_the_penalty_needs_none()
    {
        float Largest(TrainingOptions options)
        {
            torch.manual_seed(1);
            using var generator = new MlpGenerator(2, [8], [2], bounded: false);
            using var critic = new MlpDiscriminator([2], [8]);
            using var trainer = new AdversarialTrainer(generator, critic, new GaussianRing(), options with { BatchSize = 8 });
            trainer.Train(3);
            return critic.parameters().Max(weight => weight.abs().max().item<float>());
        }
        Assert.True(Largest(TrainingOptions.Wgan) <= 0.01f);
        Assert.True(Largest(TrainingOptions.WganGp) > 0.1f);
    }

    [Fact]
    public void A_critics_distance_is_the_difference_of_its_means()
    {
        torch.manual_seed(1);
        using var generator = new MlpGenerator(2, [8], [2], bounded: false);
        using var critic = new MlpDiscriminator([2], [8]);
        using var trainer = new AdversarialTrainer(generator, critic, new GaussianRing(), Small);
        var step = trainer.Train(3).Steps[^1];
        Assert.Equal(step.DiscriminatorLoss, step.Penalty - step.Distance, 1e-5);
    }

    [Fact]
    public void Instance_noise_falls_to_nothing()
    {
        var noise = new InstanceNoise(0.4, Steps: 100);
        Assert.Equal((0.4, 0.2, 0), (noise.At(1), noise.At(51), noise.At(101)));
        torch.manual_seed(1);
        Assert.Equal(0.4, noise.Add(torch.zeros(10_000), 1).std().item<float>(), 0.02);
        var samples = torch.ones(3);
        Assert.Same(samples, noise.Add(samples, 101));
    }

    [Fact]
    public void Instance_noise_is_on_all_that_the_discriminator_sees()
    {
        torch.manual_seed(1);
        using var generator = new Remembering();
        using var critic = new LinearCritic(0.5);
        using var trainer = new AdversarialTrainer(generator, critic, new GaussianRing(), new TrainingOptions { BatchSize = 200, Noise = new InstanceNoise(100) });
        trainer.Train(1);
        Assert.Equal(3, critic.Seen.Count);
        Assert.All(critic.Seen, seen => Assert.InRange(seen.std().item<float>(), 80, 120));
    }

    [Fact]
    public void Classes_go_to_both_players()
    {
        torch.manual_seed(1);
        var pixels = Enumerable.Range(0, 8).SelectMany(i => Enumerable.Repeat((byte)(i * 30), 28 * 28)).ToArray();
        using var data = new ImageDataset("greys", pixels, [8, 1, 28, 28], [0, 1, 2, 3, 0, 1, 2, 3]);
        using var generator = new ConditionalGenerator(4, 4, new DcganGenerator(28, latentSize: 8, featureMaps: 2));
        using var discriminator = new ProjectionDiscriminator(4, 28, featureMaps: 2);
        using var trainer = new AdversarialTrainer(generator, discriminator, data, TrainingOptions.Cgan with { BatchSize = 4 });
        var before = generator.parameters().Concat(discriminator.parameters()).Select(weight => weight.detach().clone()).ToArray();
        trainer.Train(2);       // both halves: all classes
        var after = generator.parameters().Concat(discriminator.parameters());
        Assert.All(after.Zip(before), pair => Assert.False(pair.First.detach().allclose(pair.Second, atol: 0, rtol: 0)));
    }

    [Fact]
    public void Labels_belong_to_their_images()
    {
        torch.manual_seed(1);
        using var data = new ImageDataset("greys", [.. Enumerable.Range(0, 12).Select(i => (byte)i)], [12, 1, 1, 1], [.. Enumerable.Range(0, 12).Select(i => (byte)i)]);
        var batch = data.NextLabelledBatch(12);
        Assert.True(((batch.Samples.flatten() + 1) * 127.5).round().to(torch.int64).equal(batch.Labels!).all().item<bool>());
    }

    [Fact]
    public void Who_watches_may_draw_random_numbers()
    {
        TrainingStep[] Run(params ITrainingObserver[] observers)
        {
            torch.manual_seed(1);
            using var generator = new MlpGenerator(2, [4], [2], bounded: false);
            using var critic = new MlpDiscriminator([2], [4]);
            using var trainer = new AdversarialTrainer(generator, critic, new GaussianRing(), Small);
            return [.. trainer.Train(4, default, observers).Steps];
        }
        Assert.Equal(Run(), Run(new Drawing()));
    }

    /// <summary>The generator step of a relativistic game scores the step's real samples again, with the discriminator that has just learned; other games do without.</summary>
    [Fact]
    public void A_relativistic_generator_is_compared_with_the_real_samples_of_its_step()
    {
        (LinearCritic Critic, TrainingStep Step) Run(IAdversarialLoss loss)
        {
            torch.manual_seed(1);
            using var generator = new MlpGenerator(2, [4], [2], bounded: false);
            var critic = new LinearCritic(1);
            using var trainer = new AdversarialTrainer(generator, critic, new GaussianRing(), TrainingOptions.VanillaPoints with { BatchSize = 8, Loss = loss });
            return (critic, trainer.Train(1).Steps[0]);
        }
        var (critic, step) = Run(new RelativisticLoss());
        Assert.Equal(4, critic.Seen.Count);
        var (fake, real) = (critic.Seen[2], critic.Seen[3]);
        Assert.True(real.equal(critic.Seen[0]).all().item<bool>() && fake.equal(critic.Seen[1]).all().item<bool>());
        Assert.NotEqual(1, critic.Slope.item<float>());
        Assert.Equal(torch.nn.functional.softplus(critic.forward(real) - critic.forward(fake)).mean().item<float>(), step.GeneratorLoss, 1e-6);
        Assert.Equal(3, Run(new NonSaturatingLoss()).Critic.Seen.Count);
    }

    /// <summary>With an adversarial loss that wants nothing, what is left is the term, of the step's real and generated samples, with gradients to the generator alone.</summary>
    [Fact]
    public void A_term_of_the_generator_is_added_to_its_loss()
    {
        float Distance(IGeneratorTerm? term, int steps, out double loss)
        {
            torch.manual_seed(1);
            using var generator = new MlpGenerator(2, [4], [2], bounded: false);
            using var trainer = new AdversarialTrainer(generator, new LinearCritic(1), new GaussianRing(), TrainingOptions.VanillaPoints with { BatchSize = 64, Loss = new Nothing(), GeneratorTerm = term });
            loss = trainer.Train(steps).Steps[^1].GeneratorLoss;
            torch.manual_seed(2);
            return generator.Generate(256).square().mean().item<float>();
        }
        Assert.True(Distance(new SquaredError(3), 200, out var far) < 0.8 * Distance(null, 200, out var nothing));     // the ring's middle is the nearest to all of it
        Assert.Equal(0, nothing);
        Assert.InRange(far, 1, 10);
    }

    /// <summary>Errors of 1 and 3: 2 on average, and 5 when squared.</summary>
    [Fact]
    public void Terms_of_the_generator_compare_samples_with_the_real_ones_at_their_places()
    {
        using var none = new MlpGenerator(2, [4], [2], bounded: false);
        using var real = torch.tensor(new[] { 1f, 2 });
        using var fake = torch.tensor(new[] { 2f, -1 });
        Assert.Equal(200, new AbsoluteError().Of(none, real, fake, null).item<float>(), 1e-4);
        Assert.Equal(15, new SquaredError(3).Of(none, real, fake, null).item<float>(), 1e-5);
    }

    private sealed class Drawing : ITrainingObserver
    {
        public void Observe(TrainingProgress progress) => progress.Generator.Generate(7).Dispose();
    }

    private sealed class Nothing : IAdversarialLoss
    {
        public torch.Tensor OfDiscriminator(torch.Tensor real, torch.Tensor fake) => 0 * (real.mean() + fake.mean());

        public torch.Tensor OfGenerator(torch.Tensor fake) => 0 * fake.mean();
    }
}
