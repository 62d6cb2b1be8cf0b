using GanNotebooks.Data;
using GanNotebooks.Models;
using GanNotebooks.Trainers;
using TorchSharp;

namespace GanNotebooks.Applications.Tests;

/// <summary>The discriminator's step with pictures beside captions of others.</summary>
public class WrongCaptionsTests
{
    private const int Count = 12;

    private static readonly string[] Captions = [.. Enumerable.Range(0, Count).Select(i => i % 4 < 2 ? "a red star" : i % 4 == 2 ? "red ring" : "a star")];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_discriminators_step_scores_three_kinds_of_pairs(bool apart)
    {
        var (judge, step) = OneStep(new WrongPairs(), apart);
        var (real, wrong, fake) = (judge.Seen[0], judge.Seen[1], judge.Seen[2]);
        Assert.True(real.Samples.equal(wrong.Samples).all().item<bool>() && !real.Samples.allclose(fake.Samples));
        Assert.True(real.Labels.equal(fake.Labels).all().item<bool>());
        Assert.True(real.Labels.ne(wrong.Labels).any(1).all().item<bool>());
        Assert.Equal(Paper(real.Scores, wrong.Scores, fake.Scores), step.DiscriminatorLoss, 1e-5);
        Assert.NotEqual(OneStep(null, apart).Step.DiscriminatorLoss, step.DiscriminatorLoss, 1e-4);
    }

    [Fact]
    public void The_random_changes_of_a_real_sample_are_the_same_beside_both_captions()
    {
        var (judge, _) = OneStep(new WrongPairs(), apart: false, new DiffAugment());
        Assert.True(judge.Seen[0].Samples.equal(judge.Seen[1].Samples).all().item<bool>());
    }

    private static double Paper(torch.Tensor real, torch.Tensor wrong, torch.Tensor fake) =>
        -(real.sigmoid().log().mean() + ((1 - wrong.sigmoid()).log().mean() + (1 - fake.sigmoid()).log().mean()) / 2).item<float>();

    private static (Watching Judge, TrainingStep Step) OneStep(WrongPairs? pairs, bool apart, DiffAugment? augmentation = null)
    {
        torch.manual_seed(1);
        var images = new ImageDataset("greys", [.. Enumerable.Range(0, Count * 64).Select(i => (byte)(i * 7919 % 251))], [Count, 1, 8, 8]);
        var data = new CaptionedImages(images, Captions);
        var judge = new Watching(new CaptionDiscriminator(data.Vocabulary.Count, 8, 1, featureMaps: 4), apart);
        using var generator = new CaptionGenerator(new CaptionEncoder(data.Vocabulary.Count, 4), new DcganGenerator(8, 1, 8, featureMaps: 4));
        using var trainer = new AdversarialTrainer(generator, judge, data, new() { BatchSize = Count, WrongPairs = pairs, Augmentation = augmentation, Threads = 1 });
        return (judge, trainer.Train(1).Steps[0]);
    }

    private sealed record Pass(torch.Tensor Samples, torch.Tensor Labels, torch.Tensor Scores);

    /// <summary>Notes down what a discriminator was shown and what it said.</summary>
    private sealed class Watching : Discriminator
    {
        private readonly Discriminator judge;

        public Watching(Discriminator judge, bool apart) : base(nameof(Watching))
        {
            (this.judge, ScoresApart) = (judge, apart);
            RegisterComponents();
        }

        public List<Pass> Seen { get; } = [];

        public override bool ScoresApart { get; }

        public override torch.Tensor forward(torch.Tensor samples, torch.Tensor? labels)
        {
            var scores = judge.forward(samples, labels);
            Seen.Add(new(Copy(samples), Copy(labels!), Copy(scores)));
            return scores;
        }

        public override torch.Tensor forward(torch.Tensor input) => throw new NotSupportedException();

        private static torch.Tensor Copy(torch.Tensor tensor) => tensor.detach().clone().DetachFromDisposeScope();
    }
}
