using GanNotebooks.Data;
using GanNotebooks.Models;
using GanNotebooks.Trainers;
using TorchSharp;

namespace GanNotebooks.Tests.Trainers;

public class DiffAugmentTests
{
    private static readonly DiffAugment None = new(Color: false, Translation: 0, Cutout: 0);

    [Fact]
    public void Without_strength_nothing_changes()
    {
        var images = torch.randn(3, 2, 8, 8);
        Assert.Same(images, None.Apply(images));
    }

    /// <summary>A loss that sees only changed images would teach the generator nothing if gradients stopped there.</summary>
    [Fact]
    public void Gradients_pass_through_every_change()
    {
        torch.manual_seed(1);
        foreach (var augment in new[] { None with { Color = true }, None with { Translation = 0.25 }, None with { Cutout = 0.5 }, new DiffAugment() })
        {
            var images = torch.randn([4, 3, 8, 8], requires_grad: true);
            var slope = augment.Apply(images).square().sum().Along(images);
            Assert.True(slope.abs().sum().item<float>() > 1, $"{augment}");
        }
    }

    [Fact]
    public void An_image_moves_as_a_whole_and_zeros_move_in()
    {
        torch.manual_seed(1);
        var images = torch.rand(64, 1, 8, 8) + 1;
        var moved = (None with { Translation = 0.25 }).Apply(images);
        var shifts = new HashSet<(long, long)>();
        for (var i = 0; i < 64; i++)
        {
            var found = (from down in Enumerable.Range(-2, 5) from right in Enumerable.Range(-2, 5) where Shifted(images[i], down, right).equal(moved[i]).all().item<bool>() select ((long)down, (long)right)).ToArray();
            shifts.Add(Assert.Single(found));
        }
        Assert.True(shifts.Count > 15, $"{shifts.Count} of 25 shifts came up");
    }

    [Fact]
    public void A_square_of_half_the_side_goes_where_it_lies_inside()
    {
        torch.manual_seed(1);
        var holes = (None with { Cutout = 0.5 }).Apply(torch.ones(200, 2, 8, 8)).eq(0).flatten(2).sum(2);
        Assert.True(holes[.., 0].equal(holes[.., 1]).all().item<bool>(), "all channels have the hole");
        Assert.Equal(16, holes.max().item<long>());
        Assert.True(holes.min().item<long>() < 16, "some holes hang over the border");
    }

    [Fact]
    public void Colours_keep_an_images_pattern()
    {
        torch.manual_seed(1);
        var gray = torch.rand(5, 1, 8, 8).expand(5, 3, 8, 8);
        var changed = (None with { Color = true }).Apply(gray);
        for (var i = 0; i < 5; i++)
        {
            var (before, after) = (gray[i].flatten() - gray[i].mean(), changed[i].flatten() - changed[i].mean());
            Assert.Equal(1, (before.dot(after) / (before.norm() * after.norm())).item<float>(), 1e-4);
        }
        Assert.False(changed.allclose(gray));
    }

    /// <summary>Real samples, generated ones, and generated ones again in the generator step: a change of real images alone would be copied by the generator.</summary>
    [Fact]
    public void The_discriminator_sees_changed_images_only()
    {
        torch.manual_seed(1);
        using var generator = new MlpGenerator(2, [4], [1, 8, 8]);
        var critic = new LinearCritic(1);
        using var trainer = new AdversarialTrainer(generator, critic, new Ones(), TrainingOptions.VanillaImages with { BatchSize = 4, Augmentation = None with { Cutout = 1 } });
        trainer.Train(1);
        Assert.Equal(3, critic.Seen.Count);
        Assert.All(critic.Seen, seen => Assert.True(seen.eq(0).to(torch.float32).mean().item<float>() > 0.2f));
    }

    private static torch.Tensor Shifted(torch.Tensor image, int down, int right)
    {
        var result = torch.zeros_like(image);
        for (var y = 0; y < 8; y++)
            for (var x = 0; x < 8; x++)
                if (y - down is >= 0 and < 8 && x - right is >= 0 and < 8) result[0, y, x] = image[0, y - down, x - right];
        return result;
    }

    private sealed class Ones : IBatchSource
    {
        public string Name => "ones";

        public long[] SampleShape => [1, 8, 8];

        public torch.Tensor NextBatch(int count) => torch.ones(count, 1, 8, 8);
    }
}
