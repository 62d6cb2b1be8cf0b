using TorchSharp;

namespace GanNotebooks.Models;

/// <summary>Keeps a network's weights out of differentiation until disposed: no time is spent on gradients that nobody uses.</summary>
internal readonly struct Frozen : IDisposable
{
    private readonly torch.nn.Module network;

    public Frozen(torch.nn.Module network)
    {
        this.network = network;
        Learn(false);
    }

    public void Dispose() => Learn(true);

    private void Learn(bool learn)
    {
        foreach (var weight in network.parameters()) weight.requires_grad_(learn);
    }
}
