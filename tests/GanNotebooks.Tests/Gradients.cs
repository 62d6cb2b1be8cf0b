using TorchSharp;

namespace GanNotebooks.Tests;

/// <summary>Slopes as a function of what rises and along what. A tensor's own <c>grad</c> is a method in older releases of TorchSharp and a property since.</summary>
internal static class Gradients
{
    /// <summary>The gradient of a scalar along one tensor, of that tensor's shape.</summary>
    public static torch.Tensor Along(this torch.Tensor value, torch.Tensor place) => torch.autograd.grad([value], [place])[0];

    /// <summary>The gradients of a scalar along several tensors; null where it does not depend on one.</summary>
    public static IReadOnlyList<torch.Tensor?> Along(this torch.Tensor value, IEnumerable<torch.Tensor> places) =>
        [.. torch.autograd.grad([value], [.. places], allow_unused: true)];
}
