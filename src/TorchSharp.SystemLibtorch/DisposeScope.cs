namespace TorchSharp;

/// <summary>Frees, at its end, every tensor created inside it that was not moved out.</summary>
/// <remarks>Scopes nest, one chain a thread: <c>using var scope = torch.NewDisposeScope();</c></remarks>
public sealed partial class DisposeScope : IDisposable
{
    private const int MostSpares = 4, MostCapacity = 4096;

    [ThreadStatic] private static DisposeScope? current;
    [ThreadStatic] private static Stack<HashSet<IDisposable>>? spares;      // the last scopes' sets, empty: a training loop opens some at each step

    private HashSet<IDisposable> tensors = EmptySet();
    private DisposeScope? outer;
    private bool closed;

    internal DisposeScope()
    {
        outer = current;
        current = this;
    }

    internal static DisposeScope? Current => current;

    /// <summary>What would be freed now.</summary>
    public IReadOnlyList<IDisposable> DisposablesView => Open.tensors.ToArray();

    /// <summary>How many tensors would be freed now.</summary>
    public int DisposablesCount => Open.tensors.Count;

    private DisposeScope Open => closed ? throw new ObjectDisposedException(nameof(DisposeScope), "This scope has ended.") : this;

    internal void Add(torch.Tensor tensor) => tensors.Add(tensor);

    internal void Remove(torch.Tensor tensor) => tensors.Remove(tensor);

    /// <summary>Whether the scope would free it.</summary>
    public bool Contains(IDisposable disposable) => tensors.Contains(disposable);

    /// <summary>Excludes something that was disposed by other means.</summary>
    public void MarkAsDisposed(IDisposable disposable)
    {
        if (Open.tensors.Remove(disposable)) Managed(disposable).Scope = null;
    }

    /// <summary>Frees everything in the scope now, but leaves the scope open.</summary>
    public void DisposeEverything() => DisposeEverythingBut([]);

    /// <summary>Frees everything in the scope now but what is to be kept, and leaves the scope open.</summary>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var before = Open.tensors;
        tensors = EmptySet();
        tensors.UnionWith(inKeep);
        foreach (var disposable in before)
            if (!tensors.Contains(disposable)) disposable.Dispose();
        Recycle(before);
    }

    /// <summary>Frees everything in the scope and leaves it.</summary>
    public void Dispose()
    {
        if (closed) return;
        DisposeEverything();
        Recycle(tensors);
        tensors = [];
        closed = true;
        if (current == this)
        {
            current = outer;
            return;
        }
        // Left out of order: those inside go on, around this one.
        for (var scope = current; scope is not null; scope = scope.outer)
            if (scope.outer == this) scope.outer = outer;
    }

    /// <summary>The tensors, which are nobody's now; the scope ends.</summary>
    internal IReadOnlyCollection<IDisposable> DetachAllAndDispose()
    {
        var all = tensors.ToArray();
        Detach(all);
        Dispose();
        return all;
    }

    private static HashSet<IDisposable> EmptySet() =>
        spares is { Count: > 0 } ? spares.Pop() : new(ReferenceEqualityComparer.Instance);

    private static void Recycle(HashSet<IDisposable> set)
    {
        set.Clear();
        if (set.Capacity <= MostCapacity && (spares ??= []).Count < MostSpares) spares.Push(set);
    }

    private static torch.Tensor Managed(IDisposable disposable) =>
        disposable as torch.Tensor ?? throw new InvalidOperationException($"A scope holds tensors, not {disposable.GetType().Name}.");

    private static void Hand(DisposeScope? scope, IDisposable disposable)
    {
        var tensor = Managed(disposable);
        if (tensor.Scope == scope) return;
        tensor.Scope?.tensors.Remove(tensor);
        tensor.Scope = scope;
        if (scope is not null) scope.tensors.Add(tensor);
        else tensor.Press();
    }
}
