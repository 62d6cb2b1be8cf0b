using TorchSharp;

namespace GanNotebooks.Metrics;

/// <summary>Work that leaves the random numbers as it found them: what comes after it does not depend on it.</summary>
internal sealed class UntouchedChance : IDisposable
{
    private readonly torch.Tensor state = torch.get_rng_state().DetachFromDisposeScope();

    /// <summary>Puts the random numbers back to where they stood.</summary>
    public void Dispose()
    {
        torch.set_rng_state(state);
        state.Dispose();
    }
}
