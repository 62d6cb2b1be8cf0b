using TorchSharp;

namespace GanNotebooks.Runtime;

/// <summary>Keeps the random number generator's state: what comes after the work in between draws the same numbers as if that work had drawn none.</summary>
public sealed class RandomState : IDisposable
{
    private RandomState() => State = torch.get_rng_state().DetachFromDisposeScope();

    /// <summary>The state that is kept.</summary>
    public torch.Tensor State { get; }

    /// <summary>Remembers the state as it is now; dispose to go back to it.</summary>
    public static RandomState Keep() => new();

    /// <summary>Sets the generator back.</summary>
    public void Dispose()
    {
        torch.set_rng_state(State);
        State.Dispose();
    }
}
