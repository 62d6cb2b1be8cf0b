using TorchSharp;

namespace GanNotebooks.Runtime.Tests;

public class ComputeDeviceTests
{
    private static readonly string[] Plain = ["cpu"], TwoGpus = ["cuda:0", "cuda:1", "cpu"], Mac = ["mps", "cpu"];

    [Fact]
    public void A_GPU_is_taken_where_there_is_one()
    {
        Assert.Equal("cpu", ComputeDevice.Choose("auto", Plain).ToString());
        Assert.Equal("cuda:0", ComputeDevice.Choose("auto", TwoGpus).ToString());
        Assert.Equal("mps", ComputeDevice.Choose("auto", Mac).ToString());
    }

    [Fact]
    public void A_name_is_taken_at_its_word()
    {
        Assert.Equal("cpu", ComputeDevice.Choose("cpu", TwoGpus).ToString());
        Assert.Equal("cuda:0", ComputeDevice.Choose("cuda", TwoGpus).ToString());
        Assert.Equal((DeviceType.CUDA, 1), ComputeDevice.Choose("cuda:1", TwoGpus) is var second ? (second.type, second.index) : default);
        Assert.Equal(DeviceType.MPS, ComputeDevice.Choose("mps", Mac).type);
    }

    [Theory]
    [InlineData("gpu", "unknown: expected auto, cpu, cuda, cuda:1")]
    [InlineData("cuda:x", "unknown")]
    [InlineData("meta", "unknown")]
    [InlineData("", "unknown")]
    [InlineData("cuda", "TorchSharp reports cpu. Take auto or one of those; cuda needs an NVIDIA GPU")]
    [InlineData("cuda:0", "CUDA package")]
    [InlineData("mps", "Apple silicon")]
    public void A_device_that_is_not_there_is_named_with_what_is(string name, string expected)
    {
        var message = Assert.Throws<ArgumentException>(() => ComputeDevice.Choose(name, Plain)).Message;
        Assert.Contains($"\"{name}\"", message, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void This_machine_has_at_least_its_processor() => Assert.Equal("cpu", ComputeDevice.All[^1]);
}
