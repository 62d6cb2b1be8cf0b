using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    private static readonly Native.Operator Cdist = new("cdist");

    /// <summary>Distances between the rows of two matrices: (n, d), (m, d) → (n, m).</summary>
    public static Tensor cdist(Tensor x1, Tensor x2, double p = 2) => Cdist.Call(x1, x2, p);
    /// <inheritdoc cref="Tensor.matmul"/>
    public static Tensor matmul(Tensor input, Tensor target) => input.matmul(target);
    /// <inheritdoc cref="Tensor.mm"/>
    public static Tensor mm(Tensor input, Tensor target) => input.mm(target);

    public partial class Tensor
    {
        private static readonly Operator Matmul = new("matmul");
        private static readonly Operator Mm = new("mm");
        private static readonly Operator Bmm = new("bmm");

        /// <summary>Matrix product, over the last two dimensions and broadcast over the others.</summary>
        public Tensor matmul(Tensor target) => Matmul.Call(this, target);
        /// <summary>Product of two matrices.</summary>
        public Tensor mm(Tensor target) => Mm.Call(this, target);
        /// <summary>Products of two batches of matrices.</summary>
        public Tensor bmm(Tensor batch2) => Bmm.Call(this, batch2);
    }
}
