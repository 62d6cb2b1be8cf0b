using GanNotebooks.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace GanNotebooks.Tests.Devices;

/// <summary>What holds for every network on another device.</summary>
internal static class NetworkChecks
{
    /// <summary>It takes its inputs from the CPU and computes where its weights are.</summary>
    public static void ComputesWhereItsWeightsAre(Func<Network> create, Func<Network, Tensor> pass)
    {
        using var scope = NewDisposeScope();
        using var network = Meta.Watched(create()).to(META);
        Meta.AssertHere(network.state_dict().Values);
        Assert.Equal(DeviceType.META, network.Device.type);
        var output = pass(network);
        output.sum().backward();
        Meta.AssertHere([output, .. network.parameters().Select(weight => weight.grad).OfType<Tensor>()]);
        Assert.Contains(network.parameters(), weight => weight.grad is not null);
    }

    /// <summary>On the CPU an input is used as it is.</summary>
    public static void TakesAnInputOfTheCpuAsItIs(Func<Network> create)
    {
        using var scope = NewDisposeScope();
        using var network = create();
        var input = randn(2, 2);
        Assert.Same(input, network.Here(input));
        Assert.Equal("cpu", network.Device.ToString());
    }

    /// <summary>What one looks at comes back to the CPU.</summary>
    public static void BringsWhatIsLookedAtToTheCpu(Func<Network> create, Action<Network> look)
    {
        using var scope = NewDisposeScope();
        using var network = Meta.Watched(create()).to(META);
        Meta.AssertBroughtToTheCpu(() => look(network));
        Assert.True(network.training);
    }
}
