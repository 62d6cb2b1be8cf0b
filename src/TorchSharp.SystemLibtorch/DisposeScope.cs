namespace TorchSharp;

/// <summary>Frees, at its end, every tensor created inside it that was not moved out.</summary>
/// <remarks>Scopes nest, one chain a thread: <c>using var scope = torch.NewDisposeScope();</c></remarks>
public sealed class DisposeScope : IDisposable
{
    [ThreadStatic] private static DisposeScope? current;

    private readonly HashSet<torch.Tensor> tensors = new(ReferenceEqualityComparer.Instance);
    private bool closed;

    internal DisposeScope()
    {
        Outer = current;
        current = this;
    }

    internal static DisposeScope? Current => current;

    internal DisposeScope? Outer { get; }

    /// <summary>How many tensors would be freed now.</summary>
    public int DisposablesCount => tensors.Count;

    internal void Add(torch.Tensor tensor) => tensors.Add(tensor);

    internal void Remove(torch.Tensor tensor) => tensors.Remove(tensor);

    /// <summary>Hands a tensor to the enclosing scope; without one it lives until it is disposed or collected.</summary>
    public T MoveToOuter<T>(T tensor) where T : torch.Tensor => MoveToOther(Outer, tensor);

    /// <summary>Hands a tensor to another scope, or to none.</summary>
    public T MoveToOther<T>(DisposeScope? scope, T tensor) where T : torch.Tensor
    {
        ObjectDisposedException.ThrowIf(closed, this);
        if (!tensors.Remove(tensor)) return tensor;
        tensor.Scope = scope;
        scope?.Add(tensor);
        return tensor;
    }

    /// <summary>Excludes a tensor from all scopes.</summary>
    public T Detach<T>(T tensor) where T : torch.Tensor => MoveToOther(null, tensor);

    /// <summary>Takes a tensor into this scope, whatever scope held it.</summary>
    public T Attach<T>(T tensor) where T : torch.Tensor
    {
        ObjectDisposedException.ThrowIf(closed, this);
        tensor.Scope?.Remove(tensor);
        tensor.Scope = this;
        tensors.Add(tensor);
        return tensor;
    }

    /// <summary>Frees everything in the scope now, but leaves the scope open.</summary>
    public void DisposeEverything()
    {
        foreach (var tensor in tensors)
        {
            tensor.Scope = null;
            tensor.Dispose();
        }
        tensors.Clear();
    }

    /// <summary>Frees everything in the scope and leaves it.</summary>
    public void Dispose()
    {
        if (closed) return;
        DisposeEverything();
        closed = true;
        if (current == this) current = OpenOuter();
    }

    private DisposeScope? OpenOuter()
    {
        var scope = Outer;
        while (scope is { closed: true }) scope = scope.Outer;
        return scope;
    }
}
