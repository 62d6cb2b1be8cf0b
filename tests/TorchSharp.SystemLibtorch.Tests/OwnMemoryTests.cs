using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>Where TorchSharp's memory grows and ours does not.</summary>
[Collection(nameof(MeasuredAlone))]
public class OwnMemoryTests
{
    [Fact]
    public void Memory_stays_flat_without_scopes()
    {
        var weight = nn.Parameter(ones(1 << 18));
        using var adam = optim.Adam([weight], 1e-4);
        long Train(int steps)
        {
            var peak = 0L;
            for (var i = 0; i < steps; i++)
            {
                adam.zero_grad();
                (weight * randn_like(weight)).square().mean().backward();
                adam.step();
                if (i % 10 == 0) peak = Math.Max(peak, Environment.WorkingSet >> 20);
            }
            return peak;
        }
        var warm = Train(50);
        var later = Train(300);
        Assert.True(later <= warm + 100, $"{warm} MB after 50 steps, {later} MB at most in the next 300");
    }
}
