using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>Tests that need the default generator for themselves: no other test runs at the same time.</summary>
[CollectionDefinition(nameof(DefaultGenerator), DisableParallelization = true)]
public class DefaultGenerator;

/// <summary>Initial values against those that PyTorch gives for a seed.</summary>
[Collection(nameof(DefaultGenerator))]
public class GoldenStartTests
{
    [Fact]
    public void A_seed_gives_the_initial_values_of_PyTorch()
    {
        void Check(string name, Func<nn.Module> make)
        {
            manual_seed(1);
            using var module = make();
            new Golden("start " + name).CheckState(module);
        }
        Check("Linear", () => nn.Linear(3, 2));
        Check("Conv2d", () => nn.Conv2d(2, 2, 3));
        Check("ConvTranspose2d", () => nn.ConvTranspose2d(2, 2, 3));
        Check("Embedding", () => nn.Embedding(3, 2, padding_idx: 1));
    }

    [Fact]
    public void A_state_that_is_set_again_gives_the_same_numbers()
    {
        manual_seed(5);
        Assert.Equal(5, initial_seed());
        _ = randn(3);
        using var state = get_rng_state();
        var first = randn(4);
        set_rng_state(state);
        Assert.True(first.equal(randn(4)).all().item<bool>());
    }
}
