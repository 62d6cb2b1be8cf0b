namespace TorchSharp.Modules;

/// <summary>A tensor that a module trains.</summary>
/// <param name="data">The initial values; the variable becomes empty.</param>
/// <param name="requires_grad">Whether to train it.</param>
public sealed class Parameter(torch.Tensor data, bool requires_grad = true) : torch.Tensor(data.requires_grad_(requires_grad));
