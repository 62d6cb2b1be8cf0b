using GanNotebooks.Trainers;
using TorchSharp;

namespace GanNotebooks.Tests.Trainers;

public class AdversarialLossTests
{
    private static double Sigmoid(double s) => 1 / (1 + Math.Exp(-s));

    [Fact]
    public void Both_losses_are_the_papers_formulas()
    {
        var real = torch.tensor(new double[] { 0.5, 2 });
        var fake = torch.tensor(new double[] { -1, 0.3 });
        var expected = -(Math.Log(Sigmoid(0.5)) + Math.Log(Sigmoid(2))) / 2 - (Math.Log(1 - Sigmoid(-1)) + Math.Log(1 - Sigmoid(0.3))) / 2;
        Assert.Equal(expected, new NonSaturatingLoss().OfDiscriminator(real, fake).item<double>(), 1e-12);
        Assert.Equal(expected, new MinimaxLoss().OfDiscriminator(real, fake).item<double>(), 1e-12);
        Assert.Equal(-(Math.Log(Sigmoid(-1)) + Math.Log(Sigmoid(0.3))) / 2, new NonSaturatingLoss().OfGenerator(fake).item<double>(), 1e-12);
        Assert.Equal((Math.Log(1 - Sigmoid(-1)) + Math.Log(1 - Sigmoid(0.3))) / 2, new MinimaxLoss().OfGenerator(fake).item<double>(), 1e-12);
    }

    [Fact]
    public void A_guessing_discriminator_costs_two_logarithms_of_two()
    {
        var zero = torch.zeros(3);
        Assert.Equal(2 * Math.Log(2), new NonSaturatingLoss().OfDiscriminator(zero, zero).item<float>(), 1e-6);
    }

    [Fact]
    public void Extreme_scores_give_finite_losses_and_gradients()
    {
        var scores = torch.tensor(new float[] { -1000, 1000 }, requires_grad: true);
        var loss = new NonSaturatingLoss().OfDiscriminator(scores, scores) + new NonSaturatingLoss().OfGenerator(scores);
        Assert.True(float.IsFinite(loss.item<float>()));
        Assert.True(loss.Along(scores).isfinite().all().item<bool>());
    }

    /// <summary>Where the discriminator is sure of a forgery, one loss pulls and the other does not.</summary>
    [Fact]
    public void The_minimax_loss_saturates_and_the_other_does_not()
    {
        static double Pull(IAdversarialLoss loss)
        {
            var score = torch.tensor(new double[] { -8 }, requires_grad: true);
            return loss.OfGenerator(score).Along(score).abs().item<double>();
        }
        Assert.Equal(Sigmoid(-8), Pull(new MinimaxLoss()), 1e-9);
        Assert.Equal(1 - Sigmoid(-8), Pull(new NonSaturatingLoss()), 1e-9);
    }

    [Fact]
    public void The_other_losses_are_their_papers_formulas()
    {
        var (real, fake) = (torch.tensor(new double[] { 0.5, 2 }), torch.tensor(new double[] { -1.5, 0.25 }));
        void Expect(double discriminator, double generator, IAdversarialLoss loss)
        {
            Assert.Equal(discriminator, loss.OfDiscriminator(real, fake).item<double>(), 1e-12);
            Assert.Equal(generator, loss.OfGenerator(fake).item<double>(), 1e-12);
        }
        Expect((0.25 + 1) / 4 + (2.25 + 0.0625) / 4, (6.25 + 0.5625) / 4, new LeastSquaresLoss());
        Expect((0.5 + 0) / 2 + (0 + 1.25) / 2, 0.625, new HingeLoss());
        Expect(-0.625 - 1.25, 0.625, new WassersteinLoss());
        Expect(-0.625 - 1.25 + 0.001 * (0.25 + 4) / 2, 0.625, new WassersteinLoss(Drift: 0.001));
    }

    /// <summary>Pairs, not means: log σ of the mean difference would be another number.</summary>
    [Fact]
    public void The_relativistic_loss_compares_pairs_and_not_levels()
    {
        var loss = new RelativisticLoss();
        var (real, fake) = (torch.tensor(new double[] { 0.5, 2 }), torch.tensor(new double[] { -1.5, 0.25 }));
        Assert.Equal(-(Math.Log(Sigmoid(2)) + Math.Log(Sigmoid(1.75))) / 2, loss.OfDiscriminator(real, fake).item<double>(), 1e-12);
        Assert.Equal(-(Math.Log(Sigmoid(-2)) + Math.Log(Sigmoid(-1.75))) / 2, loss.OfGenerator(real, fake).item<double>(), 1e-12);
        Assert.Equal(loss.OfDiscriminator(real, fake).item<double>(), loss.OfDiscriminator(real + 7, fake + 7).item<double>(), 1e-12);
        Assert.Equal(loss.OfGenerator(0 * fake, fake).item<double>(), loss.OfGenerator(fake).item<double>(), 1e-12);
        Assert.Equal(Math.Log(2), loss.OfGenerator(real, real).item<double>(), 1e-12);
        Assert.Equal(Math.Log(2), loss.OfDiscriminator(real, real).item<double>(), 1e-12);
    }

    [Fact]
    public void Other_losses_of_the_generator_do_not_look_at_real_samples()
    {
        var (real, fake) = (torch.tensor(new double[] { 0.5, 2 }), torch.tensor(new double[] { -1.5, 0.25 }));
        IAdversarialLoss[] others = [new MinimaxLoss(), new NonSaturatingLoss(), new LeastSquaresLoss(), new HingeLoss(), new WassersteinLoss()];
        Assert.All(others, loss => Assert.Equal(loss.OfGenerator(fake).item<double>(), loss.OfGenerator(real, fake).item<double>()));
        Assert.All(others, loss => Assert.False(loss.ComparesWithReal));
    }

    [Fact]
    public void Label_smoothing_is_one_sided()
    {
        var (real, fake) = (torch.tensor(new double[] { 0.5, 2 }), torch.tensor(new double[] { -1.5, 0.25 }));
        double Entropy(double s) => -0.9 * Math.Log(Sigmoid(s)) - 0.1 * Math.Log(1 - Sigmoid(s));
        var ofFake = new NonSaturatingLoss().OfDiscriminator(torch.tensor(new double[] { 1000 }), fake).item<double>();
        Assert.Equal((Entropy(0.5) + Entropy(2)) / 2 + ofFake, new NonSaturatingLoss(0.9).OfDiscriminator(real, fake).item<double>(), 1e-12);
        Assert.Equal(new NonSaturatingLoss().OfGenerator(fake).item<double>(), new NonSaturatingLoss(0.9).OfGenerator(fake).item<double>());
        Assert.Equal((0.16 + 1.21) / 4 + (2.25 + 0.0625) / 4, new LeastSquaresLoss(0.9).OfDiscriminator(real, fake).item<double>(), 1e-12);
    }
}
