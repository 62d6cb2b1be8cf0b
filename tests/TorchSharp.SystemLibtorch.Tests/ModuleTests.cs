using static TorchSharp.torch;

namespace TorchSharp.Tests;

public class ModuleTests
{
    private sealed class Registered : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor> first = nn.Linear(3, 4);
        private readonly nn.Module<Tensor, Tensor> second = nn.Linear(4, 2);

        public Registered() : base(nameof(Registered)) => RegisterComponents();

        public override Tensor forward(Tensor input) => second.call(first.call(input));
    }

    [Fact]
    public void Fields_are_registered_with_their_names()
    {
        using var module = new Registered();
        Assert.Equal(["first.weight", "first.bias", "second.weight", "second.bias"], module.named_parameters().Select(p => p.name));
        Assert.Equal(3 * 4 + 4 + 4 * 2 + 2, module.parameters().Sum(p => p.numel()));
        Assert.Equal(["first", "second"], module.named_children().Select(c => c.name));
    }

    [Fact]
    public void Hooks_see_calls_may_change_them_and_can_be_taken_off()
    {
        using var layer = nn.Linear(3, 4);
        var seen = new List<(long, long)>();
        var doubled = layer.register_forward_pre_hook((_, input) => input * 2);
        var watched = layer.register_forward_hook((_, input, result) =>
        {
            seen.Add((input.shape[1], result.shape[1]));
            return result + 1;
        });
        var x = rand(2, 3);
        Assert.True(layer.call(x).allclose(layer.forward(x * 2) + 1));
        doubled.remove();
        watched.remove();
        Assert.True(layer.call(x).allclose(layer.forward(x)));
        Assert.Equal([(3, 4)], seen);
    }

    [Fact]
    public void Linear_is_a_product_and_starts_within_one_over_the_root_of_its_inputs()
    {
        using var layer = nn.Linear(100, 5);
        Assert.True(layer.weight!.abs().max().item<float>() <= 0.1f);
        var x = randn(7, 100);
        Assert.True(layer.call(x).allclose(x.matmul(layer.weight.T) + layer.bias!, atol: 1e-5));
    }

    [Fact]
    public void Batch_normalization_normalizes_while_training_and_remembers_for_evaluation()
    {
        manual_seed(1);
        using var layer = nn.BatchNorm1d(3);
        var x = randn(200, 3) * 4 + 10;
        var y = layer.call(x);
        Expect.Close(y.mean([0]), 1e-5, 0, 0, 0);
        Expect.Close(y.var(0, unbiased: false), 1e-3, 1, 1, 1);
        Expect.Close(layer.running_mean!, 0.2, 1, 1, 1);        // momentum 0.1 of a mean of about 10
        layer.eval();
        Assert.False(layer.training);
        Assert.True(layer.call(x).allclose((x - layer.running_mean!) / (layer.running_var! + 1e-5).sqrt(), atol: 1e-4));
        Assert.Throws<ArgumentException>(() => layer.call(zeros(2, 3, 4, 5)));
    }

    [Fact]
    public void Dropout_acts_only_while_training()
    {
        manual_seed(1);
        using var layer = nn.Dropout(0.25);
        var y = layer.call(ones(10_000));
        Assert.Equal(0.25, (y == 0).to(float32).mean().item<float>(), 0.02);
        Assert.Equal(1, y.mean().item<float>(), 0.02);
        layer.eval();
        Expect.Values(layer.call(ones(3)), 1, 1, 1);
    }

    [Fact]
    public void Activations_have_their_values()
    {
        var x = tensor(new float[] { -2, 0, 3 });
        Expect.Values(nn.ReLU().call(x), 0, 0, 3);
        Expect.Values(nn.LeakyReLU(0.2).call(x), -0.4, 0, 3);
        Expect.Values(nn.Tanh().call(x), Math.Tanh(-2), 0, Math.Tanh(3));
        Expect.Values(nn.Sigmoid().call(x), 1 / (1 + Math.Exp(2)), 0.5, 1 / (1 + Math.Exp(-3)));
        Expect.Values(nn.functional.softplus(x), Math.Log(1 + Math.Exp(-2)), Math.Log(2), Math.Log(1 + Math.Exp(3)));
    }

    [Fact]
    public void Losses_have_their_values()
    {
        var x = tensor(new float[] { 1, -1 });
        var t = tensor(new float[] { 1, 0 });
        Expect.Values(nn.functional.binary_cross_entropy_with_logits(x, t), Math.Log(1 + Math.Exp(-1)));
        Expect.Values(nn.functional.mse_loss(x, t), 0.5);
        Expect.Values(nn.functional.cross_entropy(zeros(2, 4), tensor(new long[] { 1, 3 })), Math.Log(4));
    }

    [Fact]
    public void A_state_is_copied_into_a_module_of_the_same_names()
    {
        using var a = new Registered();
        using var b = new Registered();
        b.load_state_dict(a.state_dict());
        Assert.True(a.call(ones(1, 3)).allclose(b.call(ones(1, 3))));
        Assert.ThrowsAny<Exception>(() => b.load_state_dict(nn.Linear(3, 4).state_dict()));
    }

    [Fact]
    public void Orthogonal_weights_are_orthogonal()
    {
        var w = empty(6, 10);
        nn.init.orthogonal_(w, gain: 2);
        Assert.True(w.matmul(w.T).allclose(4 * eye(6), atol: 1e-4));
    }
}
