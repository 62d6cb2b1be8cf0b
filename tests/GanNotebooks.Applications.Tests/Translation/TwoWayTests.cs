using GanNotebooks.Models;
using TorchSharp;

namespace GanNotebooks.Applications.Tests;

public class TwoWayTests
{
    [Fact]
    public void Half_of_a_batch_goes_there_and_half_comes_back()
    {
        using var scope = torch.NewDisposeScope();
        using var both = new TwoWayGenerator(new Shift(1), new Shift(-0.5));
        var images = torch.cat([torch.zeros(2, 1, 2, 2), torch.full([2, 1, 2, 2], 10f)]);
        Assert.Equal([1, 1, 9.5f, 9.5f], both.Apply(images)[.., 0, 0, 0].data<float>().ToArray());
        using var judges = new TwoWayDiscriminator(new Mean(2), new Mean(3));
        Assert.Equal([0, 0, 30, 30], judges.forward(images).data<float>().ToArray());
        Assert.Equal(2, both.parameters().Count());
        Assert.Contains("3 images", Assert.Throws<ArgumentException>(() => both.Apply(images[..3])).Message, StringComparison.Ordinal);
        Assert.Contains("3 images", Assert.Throws<ArgumentException>(() => judges.forward(images[..3])).Message, StringComparison.Ordinal);
    }

    /// <summary>G adds 1 and F takes ½ away: there and back each picture is ½ off. A picture of the second domain becomes 1 off, one of the first ½.</summary>
    [Fact]
    public void The_cycle_term_measures_there_and_back_and_the_identity_what_should_have_stayed()
    {
        using var scope = torch.NewDisposeScope();
        using var both = new TwoWayGenerator(new Shift(1), new Shift(-0.5));
        var (x, y) = (torch.zeros(2, 1, 2, 2), torch.full([2, 1, 2, 2], 10f));
        var (given, real) = (torch.cat([x, y]), torch.cat([y, x]));
        var fake = both.forward(both.Latents(4), given);
        Assert.Equal(10 * 0.5, new CycleConsistency(10).Of(both, real, fake, given).item<float>(), 1e-5);
        var loss = new CycleConsistency(10, 0.5).Of(both, real, fake, given);
        Assert.Equal(10 * (0.5 + 0.5 * 0.75), loss.item<float>(), 1e-5);

        // Both translators learn of it: G should add less (there and back it is ½ too high, and y should stay), F should take away more of a cycle and less of an x.
        loss.backward();
        Assert.Equal([10 * (1 + 0.5 * 0.5), 10 * (1 - 0.5 * 0.5)], both.parameters().Select(by => Math.Round((double)by.grad!.item<float>(), 4)));
    }

    private sealed class Shift : ImageTranslator
    {
        public Shift(double by) : base(1, 0, nameof(Shift))
        {
            By = new TorchSharp.Modules.Parameter(torch.tensor((float)by));
            register_parameter("by", By);
        }

        private TorchSharp.Modules.Parameter By { get; }

        protected override torch.Tensor Translate(torch.Tensor latents, torch.Tensor images) => images + By;
    }

    private sealed class Mean(double times) : Discriminator(nameof(Mean))
    {
        public override torch.Tensor forward(torch.Tensor input) => times * input.mean([1, 2, 3]);
    }
}
