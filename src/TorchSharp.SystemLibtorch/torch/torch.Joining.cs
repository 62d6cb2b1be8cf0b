namespace TorchSharp;

public static partial class torch
{
    private static readonly Native.Operator Cat = new("cat");
    private static readonly Native.Operator Stack = new("stack");
    private static readonly Native.Operator Hstack = new("hstack");
    private static readonly Native.Operator Vstack = new("vstack");
    private static readonly Native.Operator Where = new("where", "self");
    private static readonly Native.Operator NonzeroNumpy = new("nonzero_numpy");
    private static readonly Native.Operator Meshgrid = new("meshgrid", "indexing");
    private static readonly Native.Operator BroadcastTensors = new("broadcast_tensors");
    private static readonly Native.Operator CartesianProd = new("cartesian_prod");
    private static readonly Native.Operator Einsum = new("einsum");
    private static readonly Native.Operator SearchSorted = new("searchsorted", "Tensor");

    /// <summary>Tensors joined along an existing dimension.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => cat(tensors.ToArray(), dim);
    /// <inheritdoc cref="cat(IList{Tensor}, long)"/>
    public static Tensor cat(Tensor[] tensors, long dim = 0) => Cat.Call(tensors, dim);
    /// <inheritdoc cref="cat(IList{Tensor}, long)"/>
    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => cat(tensors.ToArray(), dim);
    /// <inheritdoc cref="cat(IList{Tensor}, long)"/>
    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => cat(tensors, dim);
    /// <inheritdoc cref="cat(IList{Tensor}, long)"/>
    public static Tensor concat(Tensor[] tensors, long dim = 0) => cat(tensors, dim);
    /// <inheritdoc cref="cat(IList{Tensor}, long)"/>
    public static Tensor concat(ReadOnlySpan<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    /// <summary>Tensors of one shape joined along a new dimension.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Stack.Call(tensors.ToArray(), dim);
    /// <summary>Tensors joined side by side: along dimension 1, vectors along their only one.</summary>
    public static Tensor hstack(params Tensor[] tensors) => Hstack.Call(tensors);
    /// <inheritdoc cref="hstack(Tensor[])"/>
    public static Tensor hstack(IList<Tensor> tensors) => hstack(tensors.ToArray());
    /// <summary>Tensors joined one below the other: along dimension 0, vectors as rows.</summary>
    public static Tensor vstack(Tensor[] tensors) => Vstack.Call(tensors);
    /// <inheritdoc cref="vstack(Tensor[])"/>
    public static Tensor vstack(IList<Tensor> tensors) => vstack(tensors.ToArray());

    /// <summary>Elements of x where the condition is true, else of y.</summary>
    public static Tensor where(Tensor condition, Tensor x, Tensor y) => Where.Call(condition, x, y);
    /// <summary>The indices at which the condition is true, one tensor a dimension.</summary>
    public static Tensor[] where(Tensor condition) => NonzeroNumpy.CallMany(condition);

    /// <summary>The coordinates of a grid: one tensor an axis, of the grid's shape.</summary>
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij") => Meshgrid.CallMany(tensors.ToArray(), indexing);
    /// <summary>Tensors expanded to the shape that they have together.</summary>
    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors) => BroadcastTensors.CallMany(tensors);
    /// <summary>All combinations of the vectors' elements, one a row.</summary>
    public static Tensor cartesian_prod(params Tensor[] tensors) => CartesianProd.Call(tensors);
    /// <inheritdoc cref="cartesian_prod(Tensor[])"/>
    public static Tensor cartesian_prod(IList<Tensor> tensors) => cartesian_prod(tensors.ToArray());

    /// <summary>Sums of products by Einstein's notation, such as <c>bij,bjk->bik</c>.</summary>
    public static Tensor einsum(string equation, params Tensor[] tensors) => Einsum.Call(equation, tensors);

    /// <summary>Where values belong in a sorted sequence.</summary>
    /// <param name="sorted_sequence">Sorted along the last dimension.</param>
    /// <param name="values">What to find places for.</param>
    /// <param name="out_int32">Places as 32-bit numbers.</param>
    /// <param name="right">After equal elements instead of before them.</param>
    /// <param name="sorter">The order of an unsorted sequence.</param>
    public static Tensor searchsorted(Tensor sorted_sequence, Tensor values, bool out_int32 = false, bool right = false, Tensor? sorter = null) =>
        SearchSorted.Call(sorted_sequence, values, out_int32, right, default, sorter);
}
