using System.Diagnostics.CodeAnalysis;
using TorchSharp;

namespace GanNotebooks.Models;

/// <summary>A network that takes its inputs from any device. Latents, labels and data are made on the CPU, so that random numbers do not depend on the device; a network on a GPU copies them there itself.</summary>
/// <param name="name">The name in summaries.</param>
public abstract class Network(string name) : torch.nn.Module<torch.Tensor, torch.Tensor>(name)
{
    /// <summary>The device that holds the weights and computes. <c>network.to(device)</c> moves them.</summary>
    public torch.Device Device => new(_deviceType, _deviceIndex);

    /// <summary>Brings a tensor to this network's device; <c>forward</c> begins with it.</summary>
    /// <param name="tensor">Of any shape, on any device; or null, as labels may be.</param>
    /// <returns>The tensor itself if it is there already, else a copy through which gradients flow.</returns>
    [return: NotNullIfNotNull(nameof(tensor))]
    public torch.Tensor? Here(torch.Tensor? tensor) =>
        tensor is null || (_deviceType == DeviceType.CPU && tensor.device_type == DeviceType.CPU) ? tensor : tensor.to(_deviceType, _deviceIndex);

    /// <summary>Runs the network as after training: in evaluation mode and without gradients.</summary>
    /// <param name="pass">Computes the result.</param>
    /// <returns>The result, on the CPU.</returns>
    protected torch.Tensor Evaluate(Func<torch.Tensor> pass)
    {
        var before = training;
        using var _ = torch.no_grad();
        eval();
        try
        {
            return torch.WrappedTensorDisposeScope(() => pass().cpu());
        }
        finally
        {
            train(before);
        }
    }
}
