namespace TorchSharp;

public sealed partial class DisposeScope
{
    /// <summary>Hands tensors to another scope, or to none; those that are not in this scope stay where they are.</summary>
    public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables)
            if (Open.tensors.Contains(disposable)) Hand(scope, disposable);
    }

    /// <inheritdoc cref="MoveToOther(DisposeScope, IEnumerable{IDisposable})"/>
    public void MoveToOther(DisposeScope? scope, params IDisposable[] disposables) => MoveToOther(scope, (IEnumerable<IDisposable>)disposables);

    /// <inheritdoc cref="MoveToOther(DisposeScope, IEnumerable{IDisposable})"/>
    public T MoveToOther<T>(DisposeScope? scope, T disposable) where T : IDisposable
    {
        MoveToOther(scope, (IEnumerable<IDisposable>)[disposable]);
        return disposable;
    }

    /// <inheritdoc cref="MoveToOther(DisposeScope, IEnumerable{IDisposable})"/>
    public (T1 first, T2 second) MoveToOther<T1, T2>(DisposeScope? scope, T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable
    {
        MoveToOther(scope, (IEnumerable<IDisposable>)[first, second]);
        return (first, second);
    }

    /// <inheritdoc cref="MoveToOther(DisposeScope, IEnumerable{IDisposable})"/>
    public (T1 first, T2 second, T3 third) MoveToOther<T1, T2, T3>(DisposeScope? scope, T1 first, T2 second, T3 third) where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        MoveToOther(scope, (IEnumerable<IDisposable>)[first, second, third]);
        return (first, second, third);
    }

    /// <summary>Hands tensors to the enclosing scope; without one they live until they are disposed or collected.</summary>
    public void MoveToOuter(IEnumerable<IDisposable> disposables) => MoveToOther(outer, disposables);

    /// <inheritdoc cref="MoveToOuter(IEnumerable{IDisposable})"/>
    public void MoveToOuter(params IDisposable[] disposables) => MoveToOther(outer, (IEnumerable<IDisposable>)disposables);

    /// <inheritdoc cref="MoveToOuter(IEnumerable{IDisposable})"/>
    public T MoveToOuter<T>(T disposable) where T : IDisposable => MoveToOther(outer, disposable);

    /// <inheritdoc cref="MoveToOuter(IEnumerable{IDisposable})"/>
    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable => MoveToOther(outer, first, second);

    /// <inheritdoc cref="MoveToOuter(IEnumerable{IDisposable})"/>
    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third) where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable => MoveToOther(outer, first, second, third);

    /// <summary>Excludes tensors of this scope from all scopes.</summary>
    public void Detach(IEnumerable<IDisposable> disposables) => MoveToOther(null, disposables);

    /// <inheritdoc cref="Detach(IEnumerable{IDisposable})"/>
    public void Detach(params IDisposable[] disposables) => MoveToOther(null, (IEnumerable<IDisposable>)disposables);

    /// <inheritdoc cref="Detach(IEnumerable{IDisposable})"/>
    public T Detach<T>(T disposable) where T : IDisposable => MoveToOther(null, disposable);

    /// <inheritdoc cref="Detach(IEnumerable{IDisposable})"/>
    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable => MoveToOther(null, first, second);

    /// <inheritdoc cref="Detach(IEnumerable{IDisposable})"/>
    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third) where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable => MoveToOther(null, first, second, third);

    /// <summary>Takes tensors into this scope, whatever scope held them.</summary>
    /// <exception cref="InvalidOperationException">One of them is no tensor.</exception>
    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        IDisposable[] all = [.. disposables];
        foreach (var disposable in all) Hand(Open, disposable);
        return all;
    }

    /// <inheritdoc cref="Attach(IEnumerable{IDisposable})"/>
    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    /// <inheritdoc cref="Attach(IEnumerable{IDisposable})"/>
    public void Attach(IDisposable disposable) => Attach((IEnumerable<IDisposable>)[disposable]);

    /// <inheritdoc cref="DisposeEverythingBut(IEnumerable{IDisposable})"/>
    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    /// <inheritdoc cref="DisposeEverythingBut(IEnumerable{IDisposable})"/>
    public T DisposeEverythingBut<T>(T keep) where T : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[keep]);
        return keep;
    }

    /// <inheritdoc cref="DisposeEverythingBut(IEnumerable{IDisposable})"/>
    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[first, second]);
        return (first, second);
    }

    /// <inheritdoc cref="DisposeEverythingBut(IEnumerable{IDisposable})"/>
    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third) where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[first, second, third]);
        return (first, second, third);
    }
}
