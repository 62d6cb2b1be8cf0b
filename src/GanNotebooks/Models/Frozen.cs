using TorchSharp;

namespace GanNotebooks.Models;

/// <summary>Keeps a network's weights out of differentiation until disposed: no time is spent on gradients that nobody uses.</summary>
public sealed class Frozen : IDisposable
{
    private readonly torch.nn.Module network;

    /// <summary>From now on the weights ask for no gradients.</summary>
    /// <param name="network">Whose weights.</param>
    public Frozen(torch.nn.Module network)
    {
        this.network = network;
        Learn(false);
    }

    /// <summary>The weights ask for gradients again.</summary>
    public void Dispose() => Learn(true);

    private void Learn(bool learn)
    {
        foreach (var weight in network.parameters()) weight.requires_grad_(learn);
    }
}
