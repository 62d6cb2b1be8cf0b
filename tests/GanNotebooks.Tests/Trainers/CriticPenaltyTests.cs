using GanNotebooks.Data;
using GanNotebooks.Models;
using GanNotebooks.Trainers;
using TorchSharp;

namespace GanNotebooks.Tests.Trainers;

public class CriticPenaltyTests
{
    public static TheoryData<long[]> Shapes => [[2L], [1L, 4, 4], [3L, 4, 4], [4L, 5, 3]];

    private static torch.Tensor Samples(long[] shape, int count = 6) => torch.randn([count, .. shape]);

    /// <summary>Mistakes of tutorials: three channels written into the code, a NaN from √ at 0, a penalty that nothing learns from.</summary>
    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_gradient_penalty_is_lambda_for_flat_critics_and_nothing_for_slopes_of_one(long[] shape)
    {
        torch.manual_seed(1);
        double Of(double slope) => new GradientPenalty(10).Of(new LinearCritic(slope), Samples(shape), Samples(shape), null).item<float>();
        Assert.Equal(10, Of(0), 1e-3);
        Assert.Equal(0, Of(1), 1e-6);
        Assert.Equal(10 * 4, Of(3), 1e-3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    public void The_gradient_penalty_has_a_finite_slope_itself(double slope)
    {
        using var critic = new LinearCritic(slope);
        var penalty = new GradientPenalty(10).Of(critic, Samples([2]), Samples([2]), null);
        Assert.Equal(slope == 0 ? 0 : 10 * 2 * (slope - 1), penalty.Along(critic.Slope).item<float>(), 1e-3);
    }

    /// <summary>Mistakes of tutorials: ε from a normal distribution; ε = 1; one ε for the whole batch, or one a pixel.</summary>
    [Fact]
    public void Places_are_uniform_between_real_and_generated_one_share_a_sample()
    {
        torch.manual_seed(1);
        using var critic = new LinearCritic(1);
        new GradientPenalty().Of(critic, torch.full([4000, 1, 2, 2], 2f), torch.full([4000, 1, 2, 2], 3f), null);
        var places = critic.Seen[0].flatten(1);
        Assert.True(places.min().item<float>() >= 2 && places.max().item<float>() <= 3);
        Assert.True(places.allclose(places[.., ..1].expand(4000, 4)));
        Assert.Equal(2.5, places.mean().item<float>(), 0.03);
        Assert.Equal(1.0 / 12, places[.., 0].var().item<float>(), 0.005);
    }

    [Fact]
    public void R1_is_half_gamma_times_the_squared_slope_on_real_samples()
    {
        using var critic = new LinearCritic(3);
        var penalty = new R1Penalty(10).Of(critic, Samples([1, 4, 4]), Samples([1, 4, 4]), null);
        Assert.Equal(5 * 9, penalty.item<float>(), 1e-3);
        Assert.Equal(10 * 3, penalty.Along(critic.Slope).item<float>(), 1e-3);
    }

    /// <summary>R1 looks at the real samples alone, R2 at the generated ones alone.</summary>
    [Fact]
    public void R2_is_half_gamma_times_the_squared_slope_on_generated_samples()
    {
        using var critic = new SquareCritic();                   // D(x) = x²: its slope at x is 2x
        var (real, fake) = (torch.full([4, 1], 1f), torch.full([4, 1], 3f));
        Assert.Equal(5 * 4, new R1Penalty(10).Of(critic, real, fake, null).item<float>(), 1e-3);
        Assert.Equal(5 * 36, new R2Penalty(10).Of(critic, real, fake, null).item<float>(), 1e-3);
        Assert.Equal(5 * (4 + 36), new R1AndR2Penalty(10).Of(critic, real, fake, null).item<float>(), 1e-3);
    }

    [Fact]
    public void A_lazy_penalty_is_as_many_times_as_strong_as_it_is_rare()
    {
        var lazy = new LazyPenalty(new R1Penalty(10), Interval: 4);
        using var critic = new LinearCritic(3);
        Assert.Equal(4 * 5 * 9, lazy.Of(critic, Samples([1, 4, 4]), Samples([1, 4, 4]), null).item<float>(), 1e-2);
        Assert.Equal([1L, 5, 9], Enumerable.Range(1, 12).Select(step => (long)step).Where(lazy.IsDue));
        Assert.True(((ICriticPenalty)new R1Penalty()).IsDue(2), "others are due in every step");
        Assert.Throws<ArgumentOutOfRangeException>(() => new LazyPenalty(new R1Penalty(), 0));
    }

    /// <summary>A counter in the penalty would begin anew with each program; the step's number does not.</summary>
    [Fact]
    public void A_training_pays_a_lazy_penalty_in_the_steps_that_are_due_and_is_else_the_same()
    {
        double[] Penalties(ICriticPenalty penalty)
        {
            torch.manual_seed(1);
            using var generator = new MlpGenerator(2, [4], [2], bounded: false);
            using var critic = new LinearCritic(0.5);
            using var trainer = new AdversarialTrainer(generator, critic, new GaussianRing(), TrainingOptions.VanillaPoints with { BatchSize = 4, DiscriminatorRate = 0, Penalty = penalty });
            trainer.Train(3);
            return [.. trainer.Train(4).Steps.Select(step => step.Penalty)];
        }
        var (each, third) = (Penalties(new R1Penalty(10)), Penalties(new LazyPenalty(new R1Penalty(10), 3)));
        Assert.All(each, penalty => Assert.Equal(5 * 0.25, penalty, 1e-3));
        Assert.Equal(each.Select((penalty, i) => i % 3 == 0 ? 3 * penalty : 0), third, (a, b) => Math.Abs(a - b) < 1e-3);
    }

    [Fact]
    public void A_penalty_passes_through_convolutions_and_classes()
    {
        torch.manual_seed(1);
        using var critic = new ProjectionDiscriminator(3, 28, featureMaps: 2, batchNorm: false);
        var penalty = new GradientPenalty().Of(critic, torch.rand(3, 1, 28, 28), torch.rand(3, 1, 28, 28), torch.tensor(new long[] { 0, 1, 2 }));
        var weights = critic.named_parameters().Where(entry => entry.name.EndsWith("weight", StringComparison.Ordinal)).ToArray();
        Assert.All(weights.Zip(penalty.Along(weights.Select(entry => entry.parameter))),
            pair => Assert.True(pair.Second?.abs().sum().item<float>() > 0, pair.First.name));
    }

    [Fact]
    public void Clipping_bounds_every_weight()
    {
        using var critic = new MlpDiscriminator([2], [8]);
        new WeightClipping(0.01).Apply(critic);
        Assert.All(critic.parameters(), weight => Assert.True(weight.abs().max().item<float>() <= 0.01f));
        Assert.Contains(critic.parameters(), weight => weight.abs().max().item<float>() == 0.01f);
    }

    /// <summary>A penalty that does not detach what it gets would train the generator against its own loss.</summary>
    [Fact]
    public void A_training_hands_a_penalty_samples_that_lead_back_to_no_generator()
    {
        var penalty = new Watching();
        using var trainer = new AdversarialTrainer(new MlpGenerator(2, [4], [2], bounded: false), new MlpDiscriminator([2], [4]), new GaussianRing(), TrainingOptions.VanillaPoints with { BatchSize = 4, Penalty = penalty });
        trainer.Train(2);
        Assert.Equal([false, false], penalty.Seen);
    }

    private sealed class Watching : ICriticPenalty
    {
        public List<bool> Seen { get; } = [];

        public torch.Tensor Of(Discriminator critic, torch.Tensor real, torch.Tensor fake, torch.Tensor? labels)
        {
            Seen.Add(fake.requires_grad);
            return 0 * critic.forward(fake, labels).mean();
        }
    }

    private sealed class SquareCritic() : Discriminator(nameof(SquareCritic))
    {
        public override torch.Tensor forward(torch.Tensor input) => input.square().sum(1);
    }
}
