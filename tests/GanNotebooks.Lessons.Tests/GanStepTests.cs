using TorchSharp;
using static TorchSharp.torch.nn.functional;

namespace GanNotebooks.Lessons.Tests;

/// <summary>Each of the usual mistakes in a training step is told apart from the others.</summary>
public class GanStepTests
{
    private static GanStep Step(bool detach = true, bool clearD = true, bool clearG = true, bool clearGLate = true, float label = 1, float real = 1) => (g, d, adamG, adamD, x, z) =>
    {
        if (!clearGLate) adamG.zero_grad();
        var fake = g.call(z);
        if (clearD) adamD.zero_grad();
        (softplus(-real * d.call(x)).mean() + softplus(real * d.call(detach ? fake.detach() : fake)).mean()).backward();
        adamD.step();
        if (clearG && clearGLate) adamG.zero_grad();
        softplus(-label * d.call(g.call(z))).mean().backward();
        adamG.step();
    };

    [Fact]
    public void A_right_step_has_no_mistake_and_draws_no_random_numbers()
    {
        torch.manual_seed(5);
        var expected = torch.rand(1).item<float>();
        torch.manual_seed(5);
        Assert.Null(GanStepCheck.Mistake(Step()));
        Assert.Null(GanStepCheck.Mistake(Step(detach: false)));         // the generator's gradients are cleared before its own step
        Assert.Equal(expected, torch.rand(1).item<float>());
        Assert.True(GanStepCheck.Check("step", Step()).Solved);
    }

    [Fact]
    public void Each_mistake_is_named()
    {
        Assert.Contains("real samples are to score high", GanStepCheck.Mistake(Step(real: -1)), StringComparison.Ordinal);
        Assert.Contains("makes its samples score lower", GanStepCheck.Mistake(Step(label: -1)), StringComparison.Ordinal);
        Assert.Contains("also moved by the gradients of the discriminator's loss", GanStepCheck.Mistake(Step(detach: false, clearGLate: false)), StringComparison.Ordinal);
        Assert.Contains("the discriminator moved by more", GanStepCheck.Mistake(Step(clearD: false)), StringComparison.Ordinal);
        Assert.Contains("the generator moved by more", GanStepCheck.Mistake(Step(clearG: false)), StringComparison.Ordinal);
        Assert.Contains("does not go down its loss, the mean", GanStepCheck.Mistake((g, d, _, adamD, x, z) => Step()(g, d, torch.optim.SGD(g.parameters(), 0), adamD, x, z)), StringComparison.Ordinal);
    }
}
