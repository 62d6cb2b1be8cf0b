namespace TorchSharp;

public static partial class torch
{
    private static readonly Native.Operator Cat = new("cat");
    private static readonly Native.Operator Stack = new("stack");
    private static readonly Native.Operator Where = new("where", "self");
    private static readonly Native.Operator Meshgrid = new("meshgrid", "indexing");

    /// <summary>Tensors joined along an existing dimension.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Cat.Call(tensors.ToArray(), dim);

    /// <summary>Tensors of one shape joined along a new dimension.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Stack.Call(tensors.ToArray(), dim);

    /// <summary>Elements of x where the condition is true, else of y.</summary>
    public static Tensor where(Tensor condition, Tensor x, Tensor y) => Where.Call(condition, x, y);

    /// <summary>The coordinates of a grid: one tensor an axis, of the grid's shape.</summary>
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij") => Meshgrid.CallMany(tensors.ToArray(), indexing);
}
