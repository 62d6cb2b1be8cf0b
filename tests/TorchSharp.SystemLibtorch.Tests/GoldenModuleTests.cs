using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>Modules against PyTorch's outputs, gradients and buffers, in float64.</summary>
public class GoldenModuleTests
{
    private static readonly Dictionary<string, Func<nn.Module<Tensor, Tensor>>> Modules = new()
    {
        ["Linear"] = () => nn.Linear(4, 3),
        ["Conv1d"] = () => nn.Conv1d(3, 4, 3, stride: 2, padding: 1),
        ["Conv1d same"] = () => nn.Conv1d(3, 4, 4, Padding.Same, dilation: 2),
        ["Conv1d circular"] = () => nn.Conv1d(3, 4, 3, padding: 2, padding_mode: PaddingModes.Circular),
        ["Conv2d"] = () => nn.Conv2d(3, 4, 4, stride: 2, padding: 1),
        ["Conv2d sides"] = () => nn.Conv2d(3, 4, (3, 2), stride: (2, 1), padding: (1, 0), dilation: (1, 2)),
        ["Conv2d groups"] = () => nn.Conv2d(4, 6, 3, groups: 2, bias: false),
        ["Conv2d reflect"] = () => nn.Conv2d(3, 2, 3, padding: 1, padding_mode: PaddingModes.Reflect),
        ["Conv2d same"] = () => nn.Conv2d(3, 2, 4, Padding.Same),
        ["Conv2d unbatched"] = () => nn.Conv2d(3, 2, 3),
        ["ConvTranspose1d"] = () => nn.ConvTranspose1d(3, 2, 4, stride: 2, padding: 1, output_padding: 1),
        ["ConvTranspose2d latent"] = () => nn.ConvTranspose2d(6, 4, 4),
        ["ConvTranspose2d"] = () => nn.ConvTranspose2d(4, 3, 4, stride: 2, padding: 1, bias: false),
        ["ConvTranspose2d sides"] = () => nn.ConvTranspose2d(4, 2, (3, 2), stride: (2, 3), padding: (1, 0), output_padding: (1, 1), groups: 2),
        ["BatchNorm1d"] = () => nn.BatchNorm1d(3),
        ["BatchNorm1d sequence"] = () => nn.BatchNorm1d(3, momentum: 0.3),
        ["BatchNorm2d"] = () => nn.BatchNorm2d(3),
        ["BatchNorm2d evaluate"] = () => nn.BatchNorm2d(3),
        ["BatchNorm2d plain"] = () => nn.BatchNorm2d(3, affine: false, track_running_stats: false, eps: 0.1),
        ["InstanceNorm2d"] = () => nn.InstanceNorm2d(3),
        ["InstanceNorm2d affine"] = () => nn.InstanceNorm2d(3, affine: true, track_running_stats: true),
        ["LayerNorm"] = () => nn.LayerNorm([3, 3]),
        ["LayerNorm last"] = () => nn.LayerNorm(5, elementwise_affine: false),
        ["GroupNorm"] = () => nn.GroupNorm(2, 4),
        ["Embedding"] = () => nn.Embedding(5, 3, padding_idx: 2),
        ["Softmax"] = () => nn.Softmax(1),
        ["LogSoftmax"] = () => nn.LogSoftmax(0),
        ["SiLU"] = () => nn.SiLU(),
        ["GELU"] = () => nn.GELU(),
        ["GELU tanh"] = () => nn.GELU(TorchSharp.Modules.GELU.Approximate.tanh),
        ["ELU"] = () => nn.ELU(0.7),
        ["ReLU"] = () => nn.ReLU(),
        ["LeakyReLU"] = () => nn.LeakyReLU(0.2),
        ["Tanh"] = () => nn.Tanh(),
        ["Sigmoid"] = () => nn.Sigmoid(),
        ["AvgPool2d"] = () => nn.AvgPool2d(2),
        ["AvgPool2d sides"] = () => nn.AvgPool2d((3, 2), (2, 1), (1, 0), ceil_mode: true, count_include_pad: false),
        ["MaxPool2d"] = () => nn.MaxPool2d(2),
        ["MaxPool2d border"] = () => nn.MaxPool2d(3, 2, 1),
        ["AdaptiveAvgPool2d"] = () => nn.AdaptiveAvgPool2d((2, 3)),
        ["Upsample"] = () => nn.Upsample(scale_factor: [2, 2]),
        ["Upsample bilinear"] = () => nn.Upsample([7, 5], mode: UpsampleMode.Bilinear, align_corners: true),
        ["PixelShuffle"] = () => nn.PixelShuffle(2),
        ["ZeroPad2d"] = () => nn.ZeroPad2d((1, 2, 0, 1)),
        ["ReflectionPad2d"] = () => nn.ReflectionPad2d(2),
        ["Identity"] = () => nn.Identity(),
        ["Sequential"] = () => nn.Sequential(nn.Conv2d(1, 2, 4, 2, 1), nn.LeakyReLU(0.2), nn.Conv2d(2, 3, 4, 2, 1, bias: false), nn.BatchNorm2d(3), nn.Flatten(), nn.Linear(12, 1)),
    };

    public static TheoryData<string> Names => [.. Tested];

    internal static IEnumerable<string> Tested => Modules.Keys;

    [Theory, MemberData(nameof(Names))]
    public void Outputs_and_gradients_are_those_of_PyTorch(string name)
    {
        using var scope = NewDisposeScope();
        var golden = new Golden(name);
        using var module = golden.Load(Modules[name]());
        module.train(!name.EndsWith("evaluate", StringComparison.Ordinal));
        golden.Check(module, m => m.call(golden["x"]));
    }

    /// <summary>All but Embedding, which by definition gives its padding no gradient.</summary>
    public static TheoryData<string> SmoothNames => [.. Modules.Keys.Except(["Embedding"])];

    [Theory, MemberData(nameof(SmoothNames))]
    public void Gradients_are_slopes(string name)
    {
        using var scope = NewDisposeScope();
        var golden = new Golden(name);
        using var module = golden.Load(Modules[name]());
        module.train(!name.EndsWith("evaluate", StringComparison.Ordinal));
        Differences.Check(() => module.call(golden["x"]), () => golden.Leaves.Concat(module.parameters()));
    }

    [Fact]
    public void A_transposed_convolution_gives_the_size_asked_for()
    {
        using var scope = NewDisposeScope();
        var golden = new Golden("ConvTranspose2d to size");
        using var layer = nn.ConvTranspose2d(3, 2, 3, stride: 2, padding: 1).to(float64);
        layer.weight = nn.Parameter(golden["x1"].detach().clone());
        layer.bias = nn.Parameter(golden["x2"].detach().clone());
        golden.Check(layer.forward(golden["x"], [6, 5]).detach());
        Assert.Throws<ArgumentException>(() => layer.forward(golden["x"], [7, 5]));
    }
}
