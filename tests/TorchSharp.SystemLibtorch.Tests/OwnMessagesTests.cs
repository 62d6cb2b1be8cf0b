using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>What this implementation says where TorchSharp says less or nothing: everything else here would pass on TorchSharp too.</summary>
public class OwnMessagesTests
{
    [Fact]
    public void Nothing_to_train_is_an_error_that_says_why()
    {
        var error = Assert.Throws<ArgumentException>(() => optim.Adam(Array.Empty<Modules.Parameter>()));
        Assert.Contains("RegisterComponents", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_that_does_not_fit_names_the_missing_tensors()
    {
        using var module = nn.Sequential(nn.Linear(3, 4), nn.Linear(4, 2));
        var error = Assert.Throws<InvalidOperationException>(() => module.load_state_dict(nn.Linear(3, 4).state_dict()));
        Assert.Contains("0.weight", error.Message, StringComparison.Ordinal);
    }
}
