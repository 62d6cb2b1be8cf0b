using GanNotebooks.Runtime;

namespace GanNotebooks.Play;

/// <summary>Lets one tab at a time compute, in turn: libtorch has one random number generator for the whole process, and each tab should draw its own numbers.</summary>
internal static class Computing
{
    private static readonly SemaphoreSlim gate = new(1, 1);

    /// <summary>Waits for the turn and computes on one thread, which is fastest for small networks and gives the same numbers each time.</summary>
    /// <param name="work">The work. It frees its tensors itself, by scopes; random numbers that it draws do not change those of others.</param>
    /// <param name="stop">Cancels the wait.</param>
    public static async Task<T> Run<T>(Func<T> work, CancellationToken stop)
    {
        await gate.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            return await Task.Run(() =>
            {
                using var random = RandomState.Keep();
                using var _ = new ThreadChoice(1).Use();
                return work();
            }, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }
}
