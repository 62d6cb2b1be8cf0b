using TorchSharp;
using TorchSharp.Modules;

namespace GanNotebooks.Models;

/// <summary>How DCGAN's weights start: normal around 0, and the gains of batch normalization around 1. Radford et al. 2016, section 4, and their code.</summary>
/// <param name="Deviation">The standard deviation of both.</param>
public sealed record DcganWeights(double Deviation = 0.02)
{
    /// <summary>Overwrites the weights of a network; biases become 0.</summary>
    /// <typeparam name="T">The network's type.</typeparam>
    /// <param name="network">What to initialize.</param>
    /// <returns>The network itself.</returns>
    public T Apply<T>(T network) where T : torch.nn.Module
    {
        network.apply(part =>
        {
            switch (part)
            {
                case Conv2d { weight: { } kernel } down: Start(kernel, 0, down.bias); break;
                case ConvolutionTranspose { weight: { } kernel } up: Start(kernel, 0, up.bias); break;
                case Linear { weight: { } matrix } linear: Start(matrix, 0, linear.bias); break;
                case BatchNorm2d { weight: { } gain } norm: Start(gain, 1, norm.bias); break;
            }
        });
        return network;
    }

    private void Start(torch.Tensor weight, double mean, torch.Tensor? bias)
    {
        torch.nn.init.normal_(weight, mean, Deviation);
        if (bias is not null) torch.nn.init.zeros_(bias);
    }
}
