using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests;

public class InitTests
{
    private static double Deviation(Func<Tensor, Tensor> fill)
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        return fill(empty(50, 20, 4, 4)).std().item<float>();
    }

    [Fact]
    public void Initial_values_have_the_deviation_of_their_papers()
    {
        var (into, outOf) = (20.0 * 16, 50.0 * 16);
        Assert.Equal(Math.Sqrt(2 / into), Deviation(t => init.kaiming_normal_(t)), 2e-3);
        Assert.Equal(Math.Sqrt(2 / into), Deviation(t => init.kaiming_uniform_(t)), 2e-3);
        Assert.Equal(Math.Sqrt(2 / outOf), Deviation(t => init.kaiming_normal_(t, mode: init.FanInOut.FanOut, nonlinearity: init.NonlinearityType.ReLU)), 2e-3);
        Assert.Equal(Math.Sqrt(2 / 1.04 / outOf), Deviation(t => init.kaiming_uniform_(t, 0.2, init.FanInOut.FanOut)), 2e-3);
        Assert.Equal(Math.Sqrt(2 / (into + outOf)), Deviation(t => init.xavier_uniform_(t)), 2e-3);
        Assert.Equal(3 * Math.Sqrt(2 / (into + outOf)), Deviation(t => init.xavier_normal_(t, 3)), 4e-3);
    }

    [Fact]
    public void Gains_are_those_of_PyTorch()
    {
        Assert.Equal(1, init.calculate_gain(init.NonlinearityType.Conv2D));
        Assert.Equal(1, init.calculate_gain(init.NonlinearityType.Sigmoid));
        Assert.Equal(5.0 / 3, init.calculate_gain(init.NonlinearityType.Tanh), 1e-12);
        Assert.Equal(Math.Sqrt(2), init.calculate_gain(init.NonlinearityType.ReLU), 1e-12);
        Assert.Equal(Math.Sqrt(2 / 1.04), init.calculate_gain(init.NonlinearityType.LeakyReLU, 0.2), 1e-12);
    }

    [Fact]
    public void A_truncated_normal_stays_within_its_bounds()
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        var t = init.trunc_normal_(empty(20_000), 1, 2, 0, 5);
        Assert.True(t.min().item<float>() >= 0 && t.max().item<float>() <= 5);
        Assert.True(t.isfinite().all().item<bool>());
    }

    [Fact]
    public void Identities_pass_their_input_on()
    {
        using var scope = NewDisposeScope();
        Expect.Values(init.eye_(empty(2, 3)), 1, 0, 0, 0, 1, 0);
        var x = randn(1, 3, 5, 5);
        Assert.True(functional.conv2d(x, init.dirac_(empty(3, 3, 3, 3)), padding: [1, 1]).allclose(x));
        Assert.Equal(6 * 4, (init.sparse_(empty(8, 6), 0.5) == 0).sum().item<long>());
    }

    [Fact]
    public void Gradients_are_clipped_together()
    {
        using var scope = NewDisposeScope();
        var a = Parameter(zeros(2));
        var b = Parameter(zeros(1));
        var unused = Parameter(zeros(1));
        void Set()
        {
            a.grad = tensor(new float[] { 3, 0 });
            b.grad = tensor(new float[] { -4 });
        }
        Set();
        Assert.Equal(5, torch.nn.utils.clip_grad_norm_([a, b, unused], 10), 1e-5);
        Expect.Values(a.grad!, 3, 0);
        Assert.Equal(5, torch.nn.utils.clip_grad_norm_([a, b], 1), 1e-5);
        Expect.Values(a.grad!, 0.6, 0);
        Expect.Values(b.grad!, -0.8);
        Set();
        Assert.Equal(4, torch.nn.utils.clip_grad_norm_([a, b], 2, double.PositiveInfinity), 1e-5);
        Expect.Values(a.grad!, 1.5, 0);
        Set();
        torch.nn.utils.clip_grad_value_([a, b], 2);
        Expect.Values(a.grad!, 2, 0);
        Expect.Values(b.grad!, -2);
    }

    [Fact]
    public void Parameters_become_a_vector_and_back()
    {
        using var scope = NewDisposeScope();
        using var layer = Linear(2, 2);
        var vector = torch.nn.utils.parameters_to_vector(layer.parameters());
        Assert.Equal([6], vector.shape);
        vector.sum().backward();
        Expect.Values(layer.bias!.grad!, 1, 1);
        var numbers = arange(0, 6, dtype: float32);
        torch.nn.utils.vector_to_parameters(numbers, layer.parameters());
        Expect.Values(layer.weight, 0, 1, 2, 3);
        Expect.Values(layer.bias!, 4, 5);
        numbers.add_(1);
        Expect.Values(layer.bias!, 5, 6);
        Assert.True(layer.weight.requires_grad);
    }
}
