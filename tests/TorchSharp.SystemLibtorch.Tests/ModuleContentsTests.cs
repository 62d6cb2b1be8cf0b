using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

public class ModuleContentsTests
{
    private sealed class Shared : nn.Module<Tensor, Tensor, Tensor, Tensor>
    {
        private readonly Linear one = nn.Linear(2, 2);
        private readonly Linear two;
        private readonly ModuleList<nn.Module<Tensor, Tensor>> list = nn.ModuleList<nn.Module<Tensor, Tensor>>(nn.BatchNorm1d(2), nn.ReLU());
        private readonly ModuleDict<Linear> dict = nn.ModuleDict(("a", nn.Linear(2, 1)), ("b", nn.Linear(2, 3)));
        private readonly Tensor scale = ones(1);

        public Shared() : base(nameof(Shared))
        {
            two = one;
            RegisterComponents();
        }

        public override Tensor forward(Tensor input1, Tensor input2, Tensor input3) => dict["a"].call(list[0].call(one.call(input1) + two.call(input2)) * scale) + input3;
    }

    [Fact]
    public void Lists_and_dictionaries_give_their_modules_names()
    {
        using var module = new Shared();
        Assert.Equal(["one.weight", "one.bias", "list.0.weight", "list.0.bias", "dict.a.weight", "dict.a.bias", "dict.b.weight", "dict.b.bias"],
            module.named_parameters().Select(p => p.name));
        Assert.Equal(["scale", "list.0.running_mean", "list.0.running_var", "list.0.num_batches_tracked"], module.named_buffers().Select(b => b.name));
        Assert.Contains("two.weight", module.state_dict().Keys);
        Assert.Equal([3, 1], module.call(zeros(3, 2), zeros(3, 2), zeros(3, 1)).shape);
    }

    [Fact]
    public void Names_find_parameters_and_buffers()
    {
        using var module = new Shared();
        Assert.True(module.has_parameter("dict.b.bias"));
        Assert.False(module.has_parameter("dict.c.bias"));
        Assert.False(module.has_parameter("scale"));
        Assert.True(module.has_buffer("scale"));
        Assert.True(module.has_buffer("list.0.running_var"));
        Assert.Equal([3, 2], module.get_parameter("dict.b.weight")!.shape);
        Assert.Null(module.get_parameter("nothing"));
        Assert.Null(module.get_buffer("list.1.running_var"));
    }

    [Fact]
    public void Training_and_evaluation_reach_every_part()
    {
        using var module = new Shared();
        module.eval();
        Assert.All(module.modules(), part => Assert.False(part.training));
        module.train();
        Assert.All(module.modules(), part => Assert.True(part.training));
    }

    [Fact]
    public void Names_of_parts_are_checked()
    {
        using var module = new Shared();
        Assert.Throws<ArgumentException>(() => module.register_module("a.b", nn.ReLU()));
        Assert.Throws<ArgumentException>(() => module.register_module("", nn.ReLU()));
        Assert.Throws<InvalidOperationException>(() => module.register_module("one", nn.ReLU()));
        Assert.Throws<InvalidOperationException>(() => module.register_buffer("scale", ones(1)));
    }

    [Fact]
    public void A_module_is_converted_as_its_own_type()
    {
        using var scope = NewDisposeScope();
        using var module = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3), nn.LayerNorm(3));
        module.call(ones(2, 2)).sum().backward();
        Sequential same = module.to(float64);
        Assert.Same(module, same);
        Assert.All(module.parameters(), p => Assert.Equal(ScalarType.Float64, p.dtype));
        Assert.All(module.parameters(), p => Assert.Equal(ScalarType.Float64, p.grad!.dtype));
        Assert.Equal(ScalarType.Float64, module.get_buffer("1.running_mean")!.dtype);
        Assert.Equal(ScalarType.Int64, module.get_buffer("1.num_batches_tracked")!.dtype);
        Assert.Equal(ScalarType.Float64, module.call(zeros(3, 2, float64)).dtype);
        Assert.Equal(ScalarType.Float32, module.@float().cpu().to("cpu").to(CPU, float32).parameters().First().dtype);
        using var own = new Shared();
        Assert.Throws<ArgumentException>(() => own.to(int64));
        Assert.Throws<InvalidOperationException>(() => own.to(new Device(DeviceType.CUDA, 0)));
    }

    [Fact]
    public void A_parameter_can_be_replaced()
    {
        using var layer = nn.Conv2d(1, 1, 1);
        layer.weight = nn.Parameter(ones(1, 1, 1, 1));
        layer.bias = null;
        Assert.Equal(["weight"], layer.named_parameters().Select(p => p.name));
        Expect.Values(layer.call(full([1, 1, 1, 1], 5f)), 5);
    }

    [Fact]
    public void Work_in_place_gives_a_second_owner()
    {
        var x = tensor(new float[] { -1, 2 });
        using (var y = nn.ReLU(inplace: true).call(x)) Assert.NotSame(x, y);
        Expect.Values(x, 0, 2);
        using (var y = nn.Identity().call(x)) Assert.NotSame(x, y);
        Expect.Values(x, 0, 2);
    }

    [Fact]
    public void Wrong_shapes_are_refused()
    {
        Assert.Throws<ArgumentException>(() => nn.Conv2d(3, 4, 3).call(zeros(1, 2, 5, 5)));
        Assert.Throws<ArgumentException>(() => nn.ConvTranspose2d(3, 4, 3).call(zeros(1, 2, 5, 5)));
        Assert.Throws<ArgumentException>(() => nn.BatchNorm2d(3).call(zeros(1, 3)));
        Assert.Throws<ArgumentException>(() => nn.InstanceNorm2d(3).call(zeros(1, 2, 5, 5)));
        Assert.Throws<ArgumentException>(() => nn.GroupNorm(1, 3).call(zeros(1, 3)));
        Assert.Throws<ArgumentException>(() => nn.functional.one_hot(zeros(3)));
    }

    [Fact]
    public void Without_momentum_running_statistics_are_plain_means()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.BatchNorm1d(1);
        layer.momentum = null;
        layer.call(tensor(new float[] { 0, 2 }).reshape(2, 1));
        layer.call(tensor(new float[] { 4, 6 }).reshape(2, 1));
        Expect.Values(layer.running_mean!, 3);
        layer.reset_running_stats();
        Expect.Values(layer.running_mean!, 0);
    }

    [Fact]
    public void Embeddings_are_shared_frozen_and_shortened()
    {
        using var scope = NewDisposeScope();
        using var given = nn.Embedding_from_pretrained(tensor(new float[,] { { 3, 4 }, { 0, 1 } }), max_norm: 1);
        Assert.False(given.weight!.requires_grad);
        Expect.Values(given.call(tensor(new long[] { 0, 1 })), 0.6, 0.8, 0, 1);
    }

    [Fact]
    public void Maxima_come_with_their_places()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.MaxPool2d((2, 2));
        var (values, places) = layer.forward_with_indices(arange(0, 16, dtype: float32).reshape(1, 1, 4, 4));
        Expect.Values(values, 5, 7, 13, 15);
        Expect.Values(places, 5, 7, 13, 15);
    }

    [Fact]
    public void A_kind_of_layer_is_found_by_its_base()
    {
        using var network = nn.Sequential(nn.Conv2d(1, 2, 1), nn.ConvTranspose2d(2, 1, 1), nn.BatchNorm2d(1), nn.InstanceNorm2d(1));
        network.apply(module =>
        {
            if (module is Convolution layer) nn.init.normal_(layer.weight, 0, 0.02);
            if (module is BatchNorm norm) nn.init.normal_(norm.weight, 1, 0.02);
        });
        Assert.Equal([true, true, false, false], network.children().Select(c => c is Convolution));
        Assert.Equal([false, false, true, true], network.children().Select(c => c is NormBase));
    }
}
