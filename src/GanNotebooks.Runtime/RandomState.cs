using TorchSharp;

namespace GanNotebooks.Runtime;

/// <summary>Saves the random number generator's state and restores it when disposed, so that code in between may draw random numbers without changing those that follow.</summary>
public sealed class RandomState : IDisposable
{
    private RandomState() => State = torch.get_rng_state().DetachFromDisposeScope();

    /// <summary>The saved state.</summary>
    public torch.Tensor State { get; }

    /// <summary>Saves the current state; dispose the result to restore it.</summary>
    public static RandomState Keep() => new();

    /// <summary>Restores the state.</summary>
    public void Dispose()
    {
        torch.set_rng_state(State);
        State.Dispose();
    }
}
