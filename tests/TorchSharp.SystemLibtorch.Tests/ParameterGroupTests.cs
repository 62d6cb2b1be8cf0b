using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

public class ParameterGroupTests
{
    [Fact]
    public void Groups_have_rates_of_their_own()
    {
        var (a, b) = (nn.Parameter(zeros(1)), nn.Parameter(zeros(1)));
        using var sgd = optim.SGD([new SGD.ParamGroup([a], 0.5), new SGD.ParamGroup([b], new SGD.Options())], 0.1);
        (a.sum() + b.sum()).backward();
        sgd.step();
        Expect.Values(a, -0.5);
        Expect.Values(b, -0.1);
        Assert.Equal([0.5, 0.1], sgd.ParamGroups.Select(group => group.LearningRate));
    }

    [Fact]
    public void Rates_change_through_the_groups()
    {
        var a = nn.Parameter(zeros(1));
        using var sgd = optim.SGD([a], 0.1);
        foreach (var group in sgd.ParamGroups) group.LearningRate = 2;
        a.sum().backward();
        sgd.step();
        Expect.Values(a, -2);
        Assert.Equal(0.1, sgd.ParamGroups.Single().InitialLearningRate);
    }

    [Fact]
    public void Parameters_can_be_added()
    {
        var (a, b) = (nn.Parameter(zeros(1)), nn.Parameter(zeros(1)));
        using var adam = optim.Adam([a], 0.1);
        adam.add_param_group(new Adam.ParamGroup([b], lr: 0.01));
        (a.sum() + b.sum()).backward();
        adam.step();
        Expect.Close(a, 1e-6, -0.1);
        Expect.Close(b, 1e-6, -0.01);
        Assert.Equal(2, adam.parameters().Count());
    }

    [Fact]
    public void Zeroed_gradients_are_zeros()
    {
        var a = nn.Parameter(ones(2));
        using var adam = optim.Adam([a]);
        a.sum().backward();
        adam.zero_grad();
        Expect.Values(Grad.Of(a)!, 0, 0);
    }

    [Fact]
    public void A_closure_computes_the_loss()
    {
        var a = nn.Parameter(ones(1));
        using var sgd = optim.SGD([a], 0.1);
        var loss = sgd.step(() =>
        {
            var two = (2 * a).sum();
            two.backward();
            return two;
        });
        Expect.Values(loss!, 2);
        Expect.Values(a, 0.8);
    }

    [Fact]
    public void Options_out_of_range_are_errors()
    {
        Parameter[] one = [nn.Parameter(ones(1))];
        Assert.Throws<ArgumentException>(() => optim.Adam(one, -1));
        Assert.Throws<ArgumentException>(() => optim.Adam(one, beta1: 1));
        Assert.Throws<ArgumentException>(() => optim.SGD(one, 0.1, nesterov: true));
        Assert.Throws<ArgumentException>(() => optim.RMSProp(one, eps: -1));
    }
}
