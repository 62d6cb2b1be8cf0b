using static TorchSharp.torch;

namespace TorchSharp.Tests;

[Collection(nameof(MeasuredAlone))]
public class OptimizerTests
{
    /// <summary>Kingma and Ba 2015, algorithm 1, by hand in double precision.</summary>
    [Theory]
    [InlineData(0.5, 0.999, 0.0, false)]
    [InlineData(0.9, 0.99, 0.1, true)]
    public void Adam_follows_the_paper(double beta1, double beta2, double decay, bool amsgrad)
    {
        var w = nn.Parameter(tensor(new double[] { 1.0, -2.0 }));
        using var adam = optim.Adam([w], 0.1, beta1, beta2, 1e-8, decay, amsgrad);
        double[] expected = [1, -2], m = new double[2], v = new double[2], peak = new double[2];
        for (var step = 1; step <= 5; step++)
        {
            adam.zero_grad();
            (w * w * w).sum().backward();
            adam.step();
            for (var i = 0; i < 2; i++)
            {
                var g = 3 * expected[i] * expected[i] + decay * expected[i];
                m[i] = beta1 * m[i] + (1 - beta1) * g;
                v[i] = beta2 * v[i] + (1 - beta2) * g * g;
                peak[i] = Math.Max(peak[i], v[i]);
                var square = (amsgrad ? peak[i] : v[i]) / (1 - Math.Pow(beta2, step));
                expected[i] -= 0.1 * (m[i] / (1 - Math.Pow(beta1, step))) / (Math.Sqrt(square) + 1e-8);
            }
            Expect.Close(w, 1e-12, expected);
        }
    }

    [Fact]
    public void Momentum_repeats_a_part_of_the_last_step()
    {
        var w = nn.Parameter(tensor(new double[] { 0.0 }));
        using var sgd = optim.SGD([w], learningRate: 0.1, momentum: 0.5);
        foreach (var expected in new[] { -0.1, -0.25, -0.425 })
        {
            sgd.zero_grad();
            w.sum().backward();
            sgd.step();
            Expect.Close(w, 1e-12, expected);
        }
    }

    [Fact]
    public void Parameters_without_a_gradient_stay()
    {
        var moved = nn.Parameter(ones(1));
        var still = nn.Parameter(ones(1));
        using var adam = optim.Adam([moved, still], 0.1);
        moved.sum().backward();
        adam.step();
        Expect.Close(moved, 1e-5, 0.9);
        Expect.Values(still, 1);
    }

    [Fact]
    public void Memory_stays_flat_over_many_steps()
    {
        using var net = nn.Sequential(nn.Linear(256, 256), nn.ReLU(), nn.Linear(256, 256));
        using var adam = optim.Adam(net.parameters(), 1e-4);
        long Train(int steps)
        {
            for (var i = 0; i < steps; i++)
            {
                using var scope = NewDisposeScope();
                adam.zero_grad();
                net.call(randn(64, 256)).square().mean().backward();
                adam.step();
            }
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return Environment.WorkingSet >> 20;
        }
        var warm = Train(200);
        Assert.InRange(Train(1000), 0, warm + 20);
    }
}
