using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>What this implementation says or does where TorchSharp 0.107 says less or errs: everything else here would pass on TorchSharp too.</summary>
public class OwnMessagesTests
{
    [Fact]
    public void Mistakes_are_exceptions_that_name_operator_and_shapes()
    {
        var message = Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => torch.zeros(2, 3).matmul(torch.zeros(2, 3))).Message;
        Assert.Contains("matmul", message, StringComparison.Ordinal);
        Assert.Contains("2x3", message, StringComparison.Ordinal);
        Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => torch.zeros(2)[5]);
        Assert.Throws<ArgumentException>(() => torch.zeros(2).data<double>());
        Assert.Throws<ArgumentException>(() => torch.zeros(2).item<float>());
        var freed = torch.zeros(2);
        freed.Dispose();
        freed.Dispose();
        Assert.Throws<ObjectDisposedException>(() => freed + 1);
    }

    [Fact]
    public void An_unused_input_is_an_error_or_has_an_empty_gradient()
    {
        var x = ones(1, requires_grad: true);
        var y = ones(1, requires_grad: true);
        Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => autograd.grad([(x * 2).sum()], [y]));     // there TorchSharp ends the process, as at a mistake in matmul
        Assert.Equal(0, autograd.grad([(x * 2).sum()], [y], allow_unused: true)[0].numel());
    }

    [Fact]
    public void Nothing_to_train_is_an_error_that_says_why()
    {
        var error = Assert.Throws<ArgumentException>(() => optim.Adam(Array.Empty<Modules.Parameter>()));
        Assert.Contains("RegisterComponents", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_that_does_not_fit_names_the_missing_tensors()
    {
        using var module = nn.Sequential(nn.Linear(3, 4), nn.Linear(4, 2));
        var error = Assert.Throws<InvalidOperationException>(() => module.load_state_dict(nn.Linear(3, 4).state_dict()));
        Assert.Contains("0.weight", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_truncated_normal_has_its_mean()
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        Assert.Equal(1.8915, nn.init.trunc_normal_(empty(20_000), 1, 2, 0, 5).mean().item<float>(), 0.03);     // N(1, 2²) between 0 and 5
        Assert.Equal(0.8796, nn.init.trunc_normal_(empty(20_000)).std().item<float>(), 0.02);                  // N(0, 1) between -2 and 2
    }

    [Fact]
    public void Glorots_normal_is_normal()
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        var t = nn.init.xavier_normal_(empty(100, 100));
        Assert.Equal(0.1, t.std().item<float>(), 2e-3);
        Assert.True(t.abs().max().item<float>() > 0.3f);        // a uniform distribution would end at 0.17
    }

    [Fact]
    public void A_dictionary_of_modules_is_converted_and_walked_through()
    {
        using var parts = nn.ModuleDict(("a", nn.Linear(2, 1)), ("b", nn.Linear(2, 3)));
        using var whole = nn.ModuleList<nn.Module>(parts);
        using var owner = nn.ModuleList<nn.Module>();
        owner.register_module("whole", whole);
        owner.to(float64);
        Assert.Equal(ScalarType.Float64, parts["b"].weight.dtype);
        Assert.Equal(["a", "b"], ((IEnumerable<KeyValuePair<string, Modules.Linear>>)parts).Select(entry => entry.Key));
    }

    [Fact]
    public void An_optimizer_trains_on_after_a_conversion()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(2, 1);
        var optimizer = optim.SGD(layer.parameters(), 0.1);
        layer.to(float64);
        var before = layer.weight.detach().clone();
        layer.call(ones(1, 2, float64)).sum().backward();
        optimizer.step();
        Assert.True(layer.weight.allclose(before - 0.1));
    }

    [Fact]
    public void A_convolution_transposed_pads_each_side_on_its_own()
    {
        using var layer = nn.ConvTranspose2d(1, 1, (3, 3), stride: (2, 2), padding: (1, 1), output_padding: (1, 0));
        Assert.Equal([1, 1, 6, 5], layer.call(zeros(1, 1, 3, 3)).shape);
    }

    [Fact]
    public void Same_padding_with_mirrored_borders_keeps_the_size_of_oblong_windows()
    {
        using var layer = nn.Conv2d(1, 1, (5, 2), Padding.Same, padding_mode: PaddingModes.Reflect);
        Assert.Equal([1, 1, 6, 4], layer.call(zeros(1, 1, 6, 4)).shape);
    }

    [Fact]
    public void An_index_behind_the_last_element_is_an_error()
    {
        Assert.Contains("^1", Assert.Throws<ArgumentOutOfRangeException>(() => (TensorIndex)(^0)).Message, StringComparison.Ordinal);
        Assert.Equal(0, arange(3)[TensorIndex.Slice(^0..)].numel());
    }
}
