using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanNotebooks.Runtime.Tests;

public sealed class OnePassTests : IDisposable
{
    private const double Rate = 0.01;
    private readonly TorchSharp.DisposeScope scope = NewDisposeScope();
    private readonly string file = Path.GetTempFileName();

    public static TheoryData<string> Rules => ["adam", "rmsprop"];

    public void Dispose()
    {
        scope.Dispose();
        File.Delete(file);
    }

    [Theory, MemberData(nameof(Rules))]
    public void Weights_go_where_TorchSharps_optimizer_brings_them(string rule)
    {
        var (ours, theirs) = (Weights(), Weights());
        var (mine, other) = (Ours(rule, ours), Theirs(rule, theirs));
        for (var step = 0; step < 50; step++)
        {
            Step(mine, ours, step);
            Step(other, theirs, step);
        }
        Equal(theirs, ours);
        Assert.True(ours[0].allclose(theirs[0], 1e-6, 1e-7) && !ours[0].allclose(Weights()[0]), "The weights did not move.");
    }

    [Theory, MemberData(nameof(Rules))]
    public void A_saved_state_goes_on_in_TorchSharps_optimizer_and_back(string rule)
    {
        var (ours, theirs) = (Weights(), Weights());
        var mine = Ours(rule, ours);
        for (var step = 0; step < 5; step++) Step(mine, ours, step);
        mine.save_state_dict(file);
        Copy(ours, theirs);
        var other = Theirs(rule, theirs);
        other.load_state_dict(file);
        for (var step = 5; step < 10; step++)
        {
            Step(mine, ours, step);
            Step(other, theirs, step);
        }
        Equal(theirs, ours);

        other.save_state_dict(file);
        var again = Ours(rule, ours);
        again.load_state_dict(file);
        Step(again, ours, 10);
        Step(other, theirs, 10);
        Equal(theirs, ours);
    }

    [Theory, MemberData(nameof(Rules))]
    public void Each_group_has_a_rate_of_its_own(string rule)
    {
        var weights = Weights();
        var before = weights.Select(weight => weight.clone()).ToArray();
        var optimizer = Ours(rule, weights[..1]);
        ParamGroup group = rule == "adam" ? new TorchSharp.Modules.Adam.ParamGroup(weights[1..], lr: 0) : new TorchSharp.Modules.RMSProp.ParamGroup(weights[1..], lr: 0);
        optimizer.add_param_group(group);
        Step(optimizer, weights, 0);
        Assert.False(before[0].allclose(weights[0]));
        for (var i = 1; i < weights.Length; i++) Assert.True(before[i].allclose(weights[i], 0, 0));
    }

    [Theory, MemberData(nameof(Rules))]
    public void Weights_of_other_types_are_left_to_TorchSharp(string rule)
    {
        var ours = Weights().Select(weight => new Parameter(weight.detach().to(float64))).ToArray();
        var theirs = ours.Select(weight => new Parameter(weight.detach().clone())).ToArray();
        var (mine, other) = (Ours(rule, ours), Theirs(rule, theirs));
        for (var step = 0; step < 3; step++)
        {
            Step(mine, ours, step);
            Step(other, theirs, step);
        }
        foreach (var (a, b) in ours.Zip(theirs)) Assert.True(a.allclose(b, 0, 0));
    }

    [Theory, MemberData(nameof(Rules))]
    public void A_backward_pass_through_weights_that_have_changed_is_an_error(string rule)
    {
        var weights = new[] { new Parameter(ones(4)) };
        var optimizer = Ours(rule, weights);
        var loss = weights[0].square().sum();
        loss.backward(retain_graph: true);
        optimizer.step();
        var error = Assert.ThrowsAny<Exception>(() => loss.backward());
        Assert.Contains("modified by an inplace operation", error.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Rules))]
    public void A_weight_without_gradient_stays(string rule)
    {
        var weights = Weights();
        var optimizer = Ours(rule, weights);
        Step(optimizer, weights, 0);
        optimizer.zero_grad();
        Assert.All(weights, weight => Assert.Null(weight.grad));
        var before = weights[1].clone();
        weights[0].square().sum().backward();
        optimizer.step();
        Assert.True(before.allclose(weights[1], 0, 0));
    }

    private static Parameter[] Weights()
    {
        long[][] shapes = [[33, 7], [1], [], [3, 2, 5, 5], [1024]];
        return [.. shapes.Select(shape => new Parameter(Wave(shape, 1)))];
    }

    private static OptimizerHelper Ours(string rule, IEnumerable<Parameter> weights) =>
        rule == "adam" ? new Runtime.Adam(weights, Rate, 0.5, 0.99) : new Runtime.RMSProp(weights, Rate);

    private static OptimizerHelper Theirs(string rule, IEnumerable<Parameter> weights) =>
        rule == "adam" ? optim.Adam(weights, Rate, 0.5, 0.99) : optim.RMSProp(weights, Rate);

    private static void Step(OptimizerHelper optimizer, Parameter[] weights, int step)
    {
        optimizer.zero_grad();
        foreach (var weight in weights) (weight * Wave(weight.shape, step + 2).to(weight.dtype) + weight.square()).sum().backward();
        optimizer.step();
    }

    /// <summary>Numbers that differ by place and step, and are no random ones, which other tests draw at the same time.</summary>
    private static Tensor Wave(long[] shape, int step) => (arange(new Size(shape).numel(), float32) * step + step).sin().reshape(shape);

    private static void Copy(Parameter[] from, Parameter[] to)
    {
        using var _ = no_grad();
        foreach (var (a, b) in from.Zip(to)) b.copy_(a);
    }

    private static void Equal(Parameter[] expected, Parameter[] actual)
    {
        foreach (var (a, b) in expected.Zip(actual)) Assert.True(a.allclose(b, 1e-5, 1e-6), $"{(a - b).abs().max().item<float>()} apart");
    }
}
