using System.Text.Json;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>The rates of each scheduler against PyTorch: Golden/make_operator_golden.py.</summary>
public class SchedulerGoldenTests
{
    private static readonly JsonDocument Golden = GoldenJson.Read("optimizers.json");

    private static readonly Dictionary<string, Func<optim.Optimizer, optim.lr_scheduler.LRScheduler>> Schedulers = new()
    {
        ["StepLR"] = o => optim.lr_scheduler.StepLR(o, 3, 0.5),
        ["MultiStepLR"] = o => optim.lr_scheduler.MultiStepLR(o, [2, 5], 0.5),
        ["ExponentialLR"] = o => optim.lr_scheduler.ExponentialLR(o, 0.9),
        ["ConstantLR"] = o => optim.lr_scheduler.ConstantLR(o, 0.25, 4),
        ["LinearLR"] = o => optim.lr_scheduler.LinearLR(o, 0.2, 0.9, 5),
        ["CosineAnnealingLR"] = o => optim.lr_scheduler.CosineAnnealingLR(o, 4, 0.01),
        ["LambdaLR"] = o => optim.lr_scheduler.LambdaLR(o, epoch => Math.Pow(0.5, epoch)),
        ["MultiplicativeLR"] = o => optim.lr_scheduler.MultiplicativeLR(o, _ => 0.95),
    };

    public static TheoryData<string> SchedulerNames => [.. Schedulers.Keys];

    [Theory]
    [MemberData(nameof(SchedulerNames))]
    public void Rates_are_PyTorchs(string name)
    {
        using var optimizer = optim.SGD([nn.Parameter(zeros(1))], 0.1);
        var scheduler = Schedulers[name](optimizer);
        foreach (var expected in Golden.RootElement.GetProperty("schedulers").GetProperty(name).EnumerateArray())
        {
            Assert.Equal(expected.GetDouble(), scheduler.get_last_lr().Single(), 1e-12);
            Assert.Equal(expected.GetDouble(), optimizer.ParamGroups.Single().LearningRate, 1e-12);
            scheduler.step();
        }
    }
}
