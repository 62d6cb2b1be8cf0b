using GanNotebooks.Tests;
using TorchSharp;

namespace GanNotebooks.Applications.Tests;

public class GradientReversalTests
{
    [Fact]
    public void Reversal_passes_numbers_on_and_turns_gradients_round()
    {
        using var scope = torch.NewDisposeScope();
        torch.manual_seed(1);
        var features = torch.randn(3, 4).requires_grad_();
        var passed = GradientReversal.Of(features, 0.3);
        Assert.True((passed - features).abs().max().item<float>() < 1e-6);
        var gradient = (passed * torch.arange(12).reshape(3, 4)).sum().Along(features);
        Assert.True((gradient + 0.3 * torch.arange(12).reshape(3, 4)).abs().max().item<float>() < 1e-5);
        Assert.Equal(0, GradientReversal.Schedule(0));
        Assert.Equal(2 / (1 + Math.Exp(-5)) - 1, GradientReversal.Schedule(0.5), 12);
        Assert.InRange(GradientReversal.Schedule(1), 0.9999, 1);
    }
}
