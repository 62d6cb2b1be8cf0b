namespace GanNotebooks.Charts;

/// <summary>Blocks one after the other, while layers are followed.</summary>
/// <param name="first">Where it begins; a branch begins at a block of another chain, which it does not list.</param>
/// <param name="from">The block of the main chain that a branch leaves; null for the main chain and for labels.</param>
internal sealed class FlowChain(long[] first, int? from = null)
{
    private readonly List<FlowOperation> pending = [];
    private bool closed;

    /// <summary>The blocks so far.</summary>
    public List<FlowBlock> Blocks { get; } = [];

    /// <summary>The block of the main chain that a branch leaves, or null.</summary>
    public int? From { get; } = from;

    /// <summary>The shape that the next layer would find.</summary>
    public long[] Shape { get; private set; } = first;

    /// <summary>What was done since the last block.</summary>
    public IReadOnlyList<FlowOperation> Pending => pending;

    /// <summary>Goes through a layer. Layers that learn make blocks; others belong to the one before; repeated maps of one shape are one block.</summary>
    public void Pass(FlowOperation layer, long[] output)
    {
        var reshaped = !layer.Leads && !FlowBlock.Same(Shape, output);
        Shape = output;
        var repeats = !closed && pending.Count == 0 && Blocks is [.., { Operations: [.., _] } before] && (!layer.Leads || Repeats(before, layer, output));
        if (repeats) Blocks[^1] = Blocks[^1] with { Shape = output, Operations = [.. Blocks[^1].Operations, layer] };
        else if (layer.Leads) Add([layer]);
        else pending.Add(layer);
        if (repeats && reshaped) Close();       // what follows a pooling is of another size
    }

    // A 1×1 window reads or writes colours: it stands alone.
    private static bool Repeats(FlowBlock before, FlowOperation layer, long[] output) =>
        !FlowBlock.IsVector(output) && FlowBlock.Same(before.Shape, output) && layer.IsPointwise == before.Operations.Last(operation => operation.Leads).IsPointwise;

    /// <summary>Takes another shape between layers.</summary>
    public void Change(long[] shape, FlowOperation? change)
    {
        Shape = shape;
        if (change is not null) pending.Add(change);
    }

    /// <summary>Adds a block that no layer made.</summary>
    public void Begin(long[] shape, FlowOperation how)
    {
        Shape = shape;
        Add([how]);
        Close();
    }

    /// <summary>Ends the last block: what follows begins a new one.</summary>
    public void Close() => closed = true;

    /// <summary>What is left over belongs to the last block.</summary>
    public void End()
    {
        if (pending.Count == 0) return;
        if (!closed && Blocks is [.., { Operations: [.., _] } last]) Blocks[^1] = last with { Shape = Shape, Operations = [.. last.Operations, .. pending] };
        else Add([]);
        pending.Clear();
    }

    private void Add(FlowOperation[] operations)
    {
        Blocks.Add(new(Shape, [.. pending, .. operations]));
        pending.Clear();
        closed = false;
    }
}
