using GanNotebooks.Trainers;
using TorchSharp;

namespace GanNotebooks.Tests.Trainers;

public class WrongPairsTests
{
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

    private static double Paper(torch.Tensor real, torch.Tensor wrong, torch.Tensor fake) =>
        -(real.sigmoid().log().mean() + ((1 - wrong.sigmoid()).log().mean() + (1 - fake.sigmoid()).log().mean()) / 2).item<float>();
}
