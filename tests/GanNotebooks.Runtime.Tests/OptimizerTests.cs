using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanNotebooks.Runtime.Tests;

/// <summary>What the kit relies on in TorchSharp's optimizers.</summary>
public class OptimizerTests
{
    private static readonly Dictionary<string, Func<Parameter[], OptimizerHelper>> Optimizers = new()
    {
        ["adam"] = weights => optim.Adam(weights, 0.05, 0.5, 0.99),
        ["rmsprop"] = weights => optim.RMSProp(weights, 0.02),
        ["sgd"] = weights => optim.SGD(weights, 0.05, momentum: 0.9),
    };

    public static TheoryData<string> Names => [.. Optimizers.Keys];

    /// <summary>Kingma and Ba 2015, algorithm 1, by hand in double precision.</summary>
    [Theory]
    [InlineData(0.5, 0.999)]
    [InlineData(0.0, 0.99)]
    public void Adam_follows_the_paper(double beta1, double beta2)
    {
        var w = nn.Parameter(tensor(new double[] { 1.0, -2.0 }));
        using var adam = optim.Adam([w], 0.1, beta1, beta2, 1e-8);
        double[] expected = [1, -2], m = new double[2], v = new double[2];
        for (var step = 1; step <= 5; step++)
        {
            adam.zero_grad();
            (w * w * w).sum().backward();
            adam.step();
            for (var i = 0; i < 2; i++)
            {
                var g = 3 * expected[i] * expected[i];
                m[i] = beta1 * m[i] + (1 - beta1) * g;
                v[i] = beta2 * v[i] + (1 - beta2) * g * g;
                expected[i] -= 0.1 * (m[i] / (1 - Math.Pow(beta1, step))) / (Math.Sqrt(v[i] / (1 - Math.Pow(beta2, step))) + 1e-8);
            }
            Assert.Equal(expected[0], w[0].item<double>(), 1e-12);
            Assert.Equal(expected[1], w[1].item<double>(), 1e-12);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_saved_state_goes_on_where_it_stopped(string name)
    {
        static Parameter[] Start() => [nn.Parameter(linspace(-1, 1, 6, dtype: float64).reshape(3, 2)), nn.Parameter(linspace(0.5, 1, 2, dtype: float64))];
        var (first, second) = (Start(), Start());
        using var one = Optimizers[name](first);
        for (var i = 0; i < 3; i++) Step(one, first, i);
        foreach (var (mine, other) in second.Zip(first))
            using (no_grad()) mine.copy_(other);
        using var two = Optimizers[name](second);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        one.save_state_dict(writer);
        writer.Flush();
        stream.Position = 0;
        two.load_state_dict(new BinaryReader(stream));
        Step(one, first, 3);
        Step(two, second, 3);
        Assert.True(first[0].equal(second[0]).all().item<bool>());
        Assert.True(first[1].equal(second[1]).all().item<bool>());
    }

    [Fact]
    public void A_weight_without_a_gradient_stays()
    {
        var (moved, still) = (nn.Parameter(ones(1)), nn.Parameter(ones(1)));
        using var adam = optim.Adam([moved, still], 0.1);
        moved.sum().backward();
        adam.step();
        Assert.Equal(0.9, moved.item<float>(), 1e-5);
        Assert.Equal(1, still.item<float>());
    }

    private static void Step(optim.Optimizer optimizer, Parameter[] weights, int step)
    {
        optimizer.zero_grad();
        (weights[0].mv(weights[1]).sin().sum() + (weights[0] * weights[0]).sum() * 0.3 + (weights[1] - step * 0.1).abs().sum()).backward();
        optimizer.step();
    }
}
