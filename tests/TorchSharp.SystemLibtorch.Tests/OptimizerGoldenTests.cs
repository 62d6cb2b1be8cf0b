using System.Text.Json;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>Twenty steps of each optimizer against PyTorch: Golden/make_operator_golden.py.</summary>
public class OptimizerGoldenTests
{
    private static readonly JsonDocument Golden = GoldenJson.Read("optimizers.json");

    private static readonly Dictionary<string, Func<Parameter[], optim.Optimizer>> Optimizers = new()
    {
        ["sgd"] = p => optim.SGD(p, 0.05),
        ["sgd momentum"] = p => optim.SGD(p, 0.05, momentum: 0.9, dampening: 0.1, weight_decay: 0.01),
        ["sgd nesterov"] = p => optim.SGD(p, 0.05, momentum: 0.9, nesterov: true, weight_decay: 0.01),
        ["adam"] = p => optim.Adam(p, 0.05, 0.5, 0.99),
        ["adam decay"] = p => optim.Adam(p, 0.05, weight_decay: 0.1, amsgrad: true),
        ["adamw"] = p => optim.AdamW(p, 0.05, 0.9, 0.99, weight_decay: 0.1),
        ["adamw amsgrad"] = p => optim.AdamW(p, 0.05, weight_decay: 0.1, amsgrad: true, maximize: true),
        ["rmsprop"] = p => optim.RMSProp(p, 0.02),
        ["rmsprop momentum"] = p => optim.RMSProp(p, 0.02, alpha: 0.9, momentum: 0.5, weight_decay: 0.1),
        ["rmsprop centered"] = p => optim.RMSProp(p, 0.02, centered: true, momentum: 0.5),
    };

    public static TheoryData<string> OptimizerNames => [.. Optimizers.Keys];

    private static void Step(optim.Optimizer optimizer, Parameter a, Parameter b, int step)
    {
        optimizer.zero_grad();
        (a.matmul(b).sin().sum() + (a * a).sum() * 0.3 + (b - step * 0.1).abs().sum()).backward();
        optimizer.step();
    }

    [Theory]
    [MemberData(nameof(OptimizerNames))]
    public void Steps_are_PyTorchs(string name)
    {
        var golden = Golden.RootElement.GetProperty("optimizers").GetProperty(name);
        var start = golden.GetProperty("start").EnumerateArray().Select(packed => nn.Parameter(GoldenJson.Unpack(packed))).ToArray();
        using var optimizer = Optimizers[name](start);
        foreach (var (step, expected) in golden.GetProperty("path").EnumerateArray().Index())
        {
            Step(optimizer, start[0], start[1], step);
            Expect.Close(cat([start[0].flatten(), start[1]]), 1e-10, [.. expected.EnumerateArray().Select(number => number.GetDouble())]);
        }
    }

    [Theory]
    [MemberData(nameof(OptimizerNames))]
    public void A_saved_state_goes_on_where_it_stopped(string name)
    {
        static Parameter[] Start() => [nn.Parameter(linspace(-1, 1, 6, dtype: float64).reshape(3, 2)), nn.Parameter(linspace(0.5, 1, 2, dtype: float64))];
        var (first, second) = (Start(), Start());
        using var one = (OptimizerHelper)Optimizers[name](first);
        for (var i = 0; i < 3; i++) Step(one, first[0], first[1], i);
        foreach (var (mine, other) in second.Zip(first))
            using (no_grad()) mine.copy_(other);
        using var two = (OptimizerHelper)Optimizers[name](second);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        one.save_state_dict(writer);
        writer.Flush();
        stream.Position = 0;
        two.load_state_dict(new BinaryReader(stream));
        Step(one, first[0], first[1], 3);
        Step(two, second[0], second[1], 3);
        Assert.True(first[0].allclose(second[0], 0, 0));
        Assert.True(one.state_dict().State[0].GetType() == two.state_dict().State[0].GetType());
    }
}
