using TorchSharp;
using TorchSharp.Modules;

namespace GanNotebooks.Models;

/// <summary>Starts every linear layer with a random rotation times a gain and no bias: Saxe et al. 2014.</summary>
/// <param name="Gain">The factor that a layer's output begins with.</param>
public sealed record OrthogonalWeights(double Gain = 1)
{
    /// <summary>Overwrites the weights of a network.</summary>
    /// <typeparam name="T">The network's type.</typeparam>
    /// <param name="network">What to initialize.</param>
    /// <returns>The network itself.</returns>
    public T Apply<T>(T network) where T : torch.nn.Module
    {
        network.apply(part =>
        {
            if (part is not Linear linear) return;
            torch.nn.init.orthogonal_(linear.weight, Gain);
            if (linear.bias is { } bias) torch.nn.init.zeros_(bias);
        });
        return network;
    }
}
