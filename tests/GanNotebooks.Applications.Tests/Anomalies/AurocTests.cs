using static TorchSharp.torch;

namespace GanNotebooks.Applications.Tests;

public class AurocTests
{
    [Fact]
    public void It_is_the_part_of_pairs_in_which_the_positive_scores_higher_and_equal_ones_count_half()
    {
        var (scores, positive) = (tensor(new[] { 0.9f, 0.4f, 0.1f, 0.4f, 0.7f }), tensor(new[] { true, true, false, false, false }));
        Assert.Equal(4.5 / 6, Auroc.Of(scores, positive));      // 0.9 beats three; 0.4 beats one and ties with one
        manual_seed(1);
        var (many, which) = (randint(20, [300]).to(float32), rand(300) < 0.3);
        var (high, low) = (many[which].unsqueeze(1), many[~which].unsqueeze(0));
        Assert.Equal(((high > low).to(float64) + high.eq(low).to(float64) / 2).mean().item<double>(), Auroc.Of(many, which), 1e-12);
    }

    [Theory]
    [InlineData(new[] { 3f, 4, 1, 2 }, 1)]
    [InlineData(new[] { 1f, 2, 3, 4 }, 0)]
    [InlineData(new[] { 5f, 5, 5, 5 }, 0.5)]
    [InlineData(new[] { float.PositiveInfinity, 2, float.NegativeInfinity, 2 }, 0.875)]
    public void All_higher_is_1_all_lower_is_0_and_scores_that_say_nothing_are_a_half(float[] scores, double area) =>
        Assert.Equal(area, Auroc.Of(tensor(scores), tensor(new[] { true, true, false, false })));

    [Fact]
    public void Only_the_order_of_the_scores_counts_not_their_scale_nor_the_order_of_the_samples()
    {
        manual_seed(1);
        var (scores, positive) = ((randn(200) * 4).round() / 4, rand(200) < 0.4);        // many equal ones
        var area = Auroc.Of(scores, positive);
        Assert.Equal(area, Auroc.Of(scores.to(float64).exp(), positive));
        Assert.Equal(area, Auroc.Of(1000 * scores - 7, positive));
        Assert.Equal(area, Auroc.Of(scores.pow(3), positive));
        var mixed = randperm(200);
        Assert.Equal(area, Auroc.Of(scores[mixed], positive[mixed]));
        Assert.Equal(1 - area, Auroc.Of(-scores, positive), 1e-12);
        Assert.Equal(1 - area, Auroc.Of(scores, ~positive), 1e-12);
        Assert.Equal(area, Auroc.Of(scores.reshape(2, 1, 10, 10), positive.reshape(2, 1, 10, 10)));
    }

    [Fact]
    public void It_counts_pairs_by_the_billion()
    {
        var scores = arange(200_000, dtype: float32);
        Assert.Equal(1, Auroc.Of(scores, scores >= 100_000));      // 10¹⁰ pairs: more than 32 bits count
    }

    [Fact]
    public void What_has_no_answer_is_refused()
    {
        Assert.Contains("0 of 3", Assert.Throws<ArgumentException>(() => Auroc.Of(rand(3), zeros(3, @bool))).Message, StringComparison.Ordinal);
        Assert.Contains("3 of 3", Assert.Throws<ArgumentException>(() => Auroc.Of(rand(3), ones(3, @bool))).Message, StringComparison.Ordinal);
        Assert.Contains("(2, 2)", Assert.Throws<ArgumentException>(() => Auroc.Of(rand(4), ones([2, 2], @bool))).Message, StringComparison.Ordinal);
        Assert.Contains("NaN", Assert.Throws<ArgumentException>(() => Auroc.Of(tensor(new[] { 1, float.NaN }), tensor(new[] { true, false }))).Message, StringComparison.Ordinal);
    }
}
