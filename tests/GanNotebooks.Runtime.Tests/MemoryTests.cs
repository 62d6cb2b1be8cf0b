using System.Runtime;
using static TorchSharp.torch;

namespace GanNotebooks.Runtime.Tests;

[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
public class AloneInTheProcess;

/// <summary>The memory of training loops, by what native code has allocated and not freed.</summary>
[Collection(nameof(MemoryTests))]
public class MemoryTests
{
    private const long MiB = 1 << 20;

    public MemoryTests() => Libtorch.Prepare();

    /// <summary>One that works beside the program frees numbers that libtorch is reading, and the process dies.</summary>
    [Fact]
    public void The_collector_stops_the_program_while_it_works() => Assert.Equal(GCLatencyMode.Batch, GCSettings.LatencyMode);

    [Fact]
    public void A_loop_with_scopes_keeps_its_memory_over_2000_steps()
    {
        using var network = nn.Sequential(nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 64));
        using var adam = optim.Adam(network.parameters(), 1e-4);
        void Train(int steps)
        {
            for (var i = 0; i < steps; i++)
            {
                using var scope = NewDisposeScope();
                adam.zero_grad();
                network.call(randn(64, 64)).square().mean().backward();
                adam.step();
            }
        }
        Train(200);
        var warm = NativeMemory.InUse;
        Train(2000);
        Assert.InRange(NativeMemory.InUse - warm, long.MinValue, 8 * MiB);
    }

    /// <summary>As beginners write it: each step leaves about 100 MiB of tensors, 5 GiB in all, that only the collector frees.</summary>
    [Fact]
    public void A_loop_without_scopes_stays_below_one_gigabyte()
    {
        var weight = nn.Parameter(ones(1 << 22));
        using var sgd = optim.SGD([weight], 1e-4);
        var most = 0L;
        for (var i = 0; i < 50; i++)
        {
            sgd.zero_grad();
            var noisy = weight * randn_like(weight);
            (noisy.tanh() * 0.5f + noisy.sigmoid()).square().mean().backward();
            sgd.step();
            most = Math.Max(most, NativeMemory.InUse);
        }
        Assert.InRange(most, 1, 1000 * MiB);
    }

    [Fact]
    public void Memory_is_looked_at_while_the_process_works_and_not_while_it_waits()
    {
        var (looks, work) = (NativeMemory.Looks, Environment.CpuUsage.TotalTime);
        Thread.Sleep(1000);
        Assert.InRange(NativeMemory.Looks - looks, 0, 1 + (Environment.CpuUsage.TotalTime - work) / NativeMemory.WorkPerLook);

        looks = NativeMemory.Looks;
        Assert.True(SpinWait.SpinUntil(() => NativeMemory.Looks >= looks + 2, TimeSpan.FromMinutes(1)), "The watch has not looked while the process computed.");
    }
}
