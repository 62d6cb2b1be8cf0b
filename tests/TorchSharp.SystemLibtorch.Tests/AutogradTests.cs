using static TorchSharp.torch;

namespace TorchSharp.Tests;

public class AutogradTests
{
    [Fact]
    public void A_polynomial_has_its_slope()
    {
        var x = tensor(2f, requires_grad: true);
        (x * x * x + 3 * x).backward();
        Expect.Values(x.grad!, 15);
    }

    [Fact]
    public void Gradients_add_up_until_they_are_cleared()
    {
        var x = tensor(1f, requires_grad: true);
        (2 * x).backward();
        (2 * x).backward();
        Expect.Values(x.grad!, 4);
        x.grad = null;
        Assert.Null(x.grad);
    }

    [Fact]
    public void Detach_and_no_grad_stop_the_record()
    {
        var x = ones(2, requires_grad: true);
        Assert.False((x.detach() * 2).requires_grad);
        using (no_grad())
        {
            Assert.False((x * 2).requires_grad);
            using (enable_grad()) Assert.True((x * 2).requires_grad);
            Assert.False(is_grad_enabled());
        }
        Assert.True((x * 2).requires_grad);
    }

    [Fact]
    public void The_gradient_of_a_gradient()
    {
        var x = tensor(3f, requires_grad: true);
        var slope = autograd.grad([x.pow(3)], [x], retain_graph: true, create_graph: true)[0];
        Expect.Values(slope, 27);
        slope.backward();
        Expect.Values(x.grad!, 18);
    }

    /// <summary>The path that a gradient penalty takes: double backward through linear layers, leaky ReLU, square root and mean.</summary>
    [Fact]
    public void Second_derivatives_agree_with_differences()
    {
        manual_seed(1);
        var weight = randn([4, 3], dtype: float64).requires_grad_();
        var last = randn([1, 4], dtype: float64);
        var input = randn([5, 3], dtype: float64);

        Tensor Penalty(Tensor w)
        {
            var x = input.clone().requires_grad_();
            var score = nn.functional.linear(nn.functional.leaky_relu(nn.functional.linear(x, w), 0.2).square(), last).sum();
            var slope = autograd.grad([score], [x], retain_graph: true, create_graph: true)[0];
            return (slope.square().sum(1) + 1e-12).sqrt().sub(1).square().mean();
        }

        var exact = autograd.grad([Penalty(weight)], [weight])[0];
        const double Step = 1e-6;
        for (var i = 0; i < 4; i++)
        {
            var up = weight.detach().clone();
            var down = weight.detach().clone();
            up[i, 1] = up[i, 1] + Step;
            down[i, 1] = down[i, 1] - Step;
            var difference = (Penalty(up).item<double>() - Penalty(down).item<double>()) / (2 * Step);
            Assert.Equal(difference, exact[i, 1].item<double>(), 1e-5);
        }
    }
}
