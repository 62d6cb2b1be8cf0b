using TorchSharp;

namespace GanNotebooks.Models;

/// <summary>Turns off gradients for a network's weights until disposed, so that no time is spent on gradients that nobody uses.</summary>
public sealed class Frozen : IDisposable
{
    private readonly torch.nn.Module network;

    /// <summary>Turns the gradients off.</summary>
    /// <param name="network">The network whose weights need no gradients.</param>
    public Frozen(torch.nn.Module network)
    {
        this.network = network;
        Learn(false);
    }

    /// <summary>Turns the gradients on again.</summary>
    public void Dispose() => Learn(true);

    private void Learn(bool learn)
    {
        foreach (var weight in network.parameters()) weight.requires_grad_(learn);
    }
}
