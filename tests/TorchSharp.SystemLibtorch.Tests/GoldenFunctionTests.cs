using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests;

/// <summary>Losses and functions against PyTorch's outputs and gradients, in float64.</summary>
public class GoldenFunctionTests
{
    private static readonly Dictionary<string, Func<Golden, Tensor>> Functions = new()
    {
        ["BCELoss weight"] = c => BCELoss(c["x2"].detach()).call(c["x"], c["x1"]),
        ["BCEWithLogitsLoss weights"] = c => BCEWithLogitsLoss(c["x2"].detach(), pos_weights: c["x3"].detach()).call(c["x"], c["x1"]),
        ["CrossEntropyLoss weight"] = c => new Modules.CrossEntropyLoss(c["x2"].detach(), 0, label_smoothing: 0.1).call(c["x"], c["x1"]),
        ["NLLLoss weight"] = c => NLLLoss(c["x2"].detach()).call(c["x"], c["x1"]),
        ["KLDivLoss plain"] = c => KLDivLoss(log_target: false).call(c["x"], c["x1"]),
        ["huber"] = c => F.huber_loss(c["x"], c["x1"], 0.5),
        ["normalize"] = c => F.normalize(c["x"]),
        ["normalize 1"] = c => F.normalize(c["x"], 1, 0),
        ["unfold"] = c => F.unfold(c["x"], 3, padding: 1, stride: 2),
        ["unfold sides"] = c => F.unfold(c["x"], (2, 3), (1, 2)),
        ["fold"] = c => F.fold(c["x"], 4, 2),
        ["one_hot"] = c => F.one_hot(c["x"].detach().to(int64), 4).to(float64) * c["x"].unsqueeze(1),
        ["pixel_unshuffle"] = c => F.pixel_unshuffle(c["x"], 2),
        ["instance_norm"] = c => F.instance_norm(c["x"]),
        ["prelu"] = c => F.prelu(c["x"], c["x1"]),
        ["selu"] = c => F.selu(c["x"]),
        ["mish"] = c => F.mish(c["x"]),
        ["relu6"] = c => F.relu6(c["x"]),
        ["hardsigmoid"] = c => F.hardsigmoid(c["x"]),
        ["logsigmoid"] = c => F.logsigmoid(c["x"]),
        ["celu"] = c => F.celu(c["x"], 0.6),
        ["softplus"] = c => F.softplus(c["x"], 2, 1),
        ["pad constant"] = c => F.pad(c["x"], (1, 2, 0, 1), PaddingModes.Constant, 0.5),
        ["pad reflect"] = c => F.pad(c["x"], (1, 2, 0, 1), PaddingModes.Reflect),
        ["pad replicate"] = c => F.pad(c["x"], [1L, 2, 0, 1], PaddingModes.Replicate),
        ["pad circular"] = c => F.pad(c["x"], (1, 2, 0, 1), PaddingModes.Circular),
        ["pad all"] = c => F.pad(c["x"], 1),
        ["interpolate linear"] = c => F.interpolate(c["x"], scale_factor: [1.7], mode: InterpolationMode.Linear, align_corners: false),
        ["interpolate recompute"] = c => F.interpolate(c["x"], scale_factor: [1.5, 0.7], mode: InterpolationMode.Bilinear, align_corners: false, recompute_scale_factor: true),
        ["interpolate antialias bilinear"] = c => F.interpolate(c["x"], [3, 2], mode: InterpolationMode.Bilinear, align_corners: false, antialias: true),
        ["interpolate antialias bicubic"] = c => F.interpolate(c["x"], [3, 2], mode: InterpolationMode.Bicubic, align_corners: false, antialias: true),
        ["interpolate corners"] = c => F.interpolate(c["x"], [5, 6], mode: InterpolationMode.Bicubic, align_corners: true),
        ["ConvTranspose2d to size"] = c => F.conv_transpose2d(c["x"], c["x1"], c["x2"], [2, 2], [1, 1], [1, 0]),
    };

    static GoldenFunctionTests()
    {
        foreach (var (reduction, name) in new[] { (Reduction.None, "none"), (Reduction.Mean, "mean"), (Reduction.Sum, "sum") })
        {
            Functions["BCELoss " + name] = c => BCELoss(reduction: reduction).call(c["x"], c["x1"]);
            Functions["BCEWithLogitsLoss " + name] = c => BCEWithLogitsLoss(reduction: reduction).call(c["x"], c["x1"]);
            Functions["MSELoss " + name] = c => MSELoss(reduction).call(c["x"], c["x1"]);
            Functions["L1Loss " + name] = c => L1Loss(reduction).call(c["x"], c["x1"]);
            Functions["SmoothL1Loss " + name] = c => SmoothL1Loss(reduction, 0.5).call(c["x"], c["x1"]);
            Functions["CrossEntropyLoss " + name] = c => CrossEntropyLoss(reduction: reduction).call(c["x"], c["x1"]);
            Functions["NLLLoss " + name] = c => NLLLoss(reduction: reduction).call(c["x"], c["x1"]);
            Functions["KLDivLoss " + name] = c => KLDivLoss(reduction: reduction).call(c["x"], c["x1"]);
        }
        foreach (var (mode, name) in new[] { (InterpolationMode.Nearest, "nearest"), (InterpolationMode.NearestExact, "nearest-exact"), (InterpolationMode.Area, "area"), (InterpolationMode.Bilinear, "bilinear"), (InterpolationMode.Bicubic, "bicubic") })
        {
            bool? corners = mode is InterpolationMode.Bilinear or InterpolationMode.Bicubic ? false : null;
            Functions["interpolate size " + name] = c => F.interpolate(c["x"], [7, 3], mode: mode, align_corners: corners);
            Functions["interpolate scale " + name] = c => F.interpolate(c["x"], scale_factor: [1.5, 0.7], mode: mode, align_corners: corners);
        }
    }

    public static TheoryData<string> Names => [.. Functions.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Outputs_and_gradients_are_those_of_PyTorch(string name)
    {
        using var scope = NewDisposeScope();
        var golden = new Golden(name);
        golden.Check(Functions[name](golden));
    }

    /// <summary>All but one_hot, whose whole numbers jump.</summary>
    public static TheoryData<string> SmoothNames => [.. Functions.Keys.Except(["one_hot"])];

    [Theory, MemberData(nameof(SmoothNames))]
    public void Gradients_are_slopes(string name)
    {
        using var scope = NewDisposeScope();
        var golden = new Golden(name);
        Differences.Check(() => Functions[name](golden), () => golden.Leaves);
    }

    [Fact]
    public void Every_case_of_the_file_is_tested() =>
        Assert.Empty(Golden.Names.Where(name => !name.StartsWith("start ", StringComparison.Ordinal)).Except(Functions.Keys).Except(GoldenModuleTests.Tested));
}
