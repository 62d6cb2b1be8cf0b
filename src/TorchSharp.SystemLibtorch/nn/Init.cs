namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Initial values for parameters, written in place and without being recorded.</summary>
        public static partial class init
        {
            private static readonly Native.Operator Qr = new("linalg_qr");
            private static readonly Native.Operator Diagonal = new("diagonal");

            /// <summary>All ones.</summary>
            public static Tensor ones_(Tensor tensor) => Quiet(tensor, t => t.fill_(1));
            /// <summary>All zeros.</summary>
            public static Tensor zeros_(Tensor tensor) => Quiet(tensor, t => t.zero_());
            /// <summary>One value everywhere.</summary>
            public static Tensor constant_(Tensor tensor, Scalar val) => Quiet(tensor, t => t.fill_(val));
            /// <summary>Uniform in [low, high).</summary>
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null) => Quiet(tensor, t => t.uniform_(low, high, generator));
            /// <summary>Normal.</summary>
            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null) => Quiet(tensor, t => t.normal_(mean, std, generator));

            /// <summary>A random orthogonal matrix times a gain: Saxe et al. 2014. Dimensions after the first are taken as one.</summary>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1)
            {
                if (tensor.ndim < 2) throw new ArgumentException($"An orthogonal matrix needs at least 2 dimensions; the tensor has {tensor.ndim}.", nameof(tensor));
                using var scope = NewDisposeScope();
                using var _ = no_grad();
                var rows = tensor.shape[0];
                var columns = tensor.numel() / rows;
                var normal = randn(rows, columns);
                var factors = Qr.CallMany(rows < columns ? normal.T : normal);
                var q = factors[0] * Diagonal.Call(factors[1]).sign();
                tensor.copy_((rows < columns ? q.T : q).reshape(tensor.shape) * gain);
                return tensor;
            }

            private static Tensor Quiet(Tensor tensor, Action<Tensor> fill)
            {
                using var _ = no_grad();
                fill(tensor);
                return tensor;
            }
        }
    }
}
