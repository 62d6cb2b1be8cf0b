using GanNotebooks.Data;
using GanNotebooks.Models;
using GanNotebooks.Trainers;
using TorchSharp;

namespace GanNotebooks.Tests.Trainers;

public class WrongPairsTests
{
    private const int Count = 12;

    private static readonly string[] Captions = [.. Enumerable.Range(0, Count).Select(i => i % 4 < 2 ? "a red star" : i % 4 == 2 ? "red ring" : "a star")];

    [Fact]
    public void No_sample_gets_a_condition_that_is_its_own()
    {
        torch.manual_seed(1);
        foreach (var labels in new[] { torch.randint(3, [64], torch.int64), torch.randint(2, [64, 3], torch.int64), torch.randint(2, [64, 1, 2, 2], torch.int64).to(torch.float32) })
        {
            var wrong = WrongPairs.Conditions(labels);
            Assert.Equal(labels.shape, wrong.shape);
            Assert.Equal(labels.dtype, wrong.dtype);
            Assert.True(wrong.ne(labels).reshape(64, -1).any(1).all().item<bool>());
            for (var i = 0; i < 64; i++) Assert.True(labels.eq(wrong[i]).reshape(64, -1).all(1).any().item<bool>(), "a condition of the batch");
        }
    }

    /// <summary>A shift by one would give the first sample a caption that fits.</summary>
    [Fact]
    public void The_condition_is_that_of_the_next_sample_which_has_another()
    {
        var labels = torch.tensor(new long[,] { { 1, 2 }, { 1, 2 }, { 1, 3 }, { 2, 1 }, { 2, 1 } });
        Assert.Equal([1, 3, 1, 3, 2, 1, 1, 2, 1, 2], WrongPairs.Conditions(labels).data<long>().ToArray());
    }

    [Fact]
    public void Without_other_conditions_there_are_no_wrong_pairs()
    {
        string Message(torch.Tensor? labels) => Assert.Throws<ArgumentException>(() => WrongPairs.Conditions(labels)).Message;
        Assert.Contains("the data have none", Message(null), StringComparison.Ordinal);
        Assert.Contains("the same condition", Message(torch.ones(4, 3, torch.int64)), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new WrongPairs(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WrongPairs(0));
    }

    /// <summary>Algorithm 1 of the paper, written with logarithms of probabilities.</summary>
    [Fact]
    public void The_loss_is_the_papers()
    {
        var (real, wrong, fake) = (torch.tensor(new[] { 0.3f, 2, -1 }), torch.tensor(new[] { 1.5f, -0.5f, 0 }), torch.tensor(new[] { -2f, 0.7f, 0.1f }));
        Assert.Equal(Paper(real, wrong, fake), new WrongPairs().Of(new NonSaturatingLoss(), real, wrong, fake).item<float>(), 1e-6);
        var quarter = new WrongPairs(0.25).Of(new HingeLoss(), real, wrong, fake).item<float>();
        Assert.Equal(((1 - real).clamp_min(0).mean() + 0.25 * (1 + wrong).clamp_min(0).mean() + 0.75 * (1 + fake).clamp_min(0).mean()).item<float>(), quarter, 1e-6);
    }

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
