namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            private static readonly Native.Operator InverseErrorFunction = new("erfinv_");
            private static readonly Native.Operator FillPlaces = new("index_fill_", "int_Scalar");

            /// <summary>Normal, but cut to [a, b]: what would lie outside is drawn again.</summary>
            public static Tensor trunc_normal_(Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2, Generator? generator = null) => Quiet(tensor, t =>
            {
                // Uniform between the values of the error function at a and b, then through its inverse.
                var (low, high) = (ErrorFunction((a - mean) / (std * Math.Sqrt(2))), ErrorFunction((b - mean) / (std * Math.Sqrt(2))));
                InverseErrorFunction.CallInPlace(t.uniform_(low, high, generator));
                t.mul_(std * Math.Sqrt(2)).add_(mean).clamp_(a, b);
            });

            /// <summary>Ones on the diagonal, else zeros: a linear layer that passes its input on.</summary>
            /// <exception cref="ArgumentException">The tensor has not 2 dimensions.</exception>
            public static Tensor eye_(Tensor tensor)
            {
                if (tensor.ndim != 2) throw new ArgumentException($"eye_ fills a matrix; the tensor has {tensor.ndim} dimensions.", nameof(tensor));
                using var _ = no_grad();
                using var identity = eye(tensor.shape[0], tensor.shape[1], tensor.dtype, tensor.device);
                return tensor.copy_(identity);
            }

            /// <summary>A one in the middle of each window from a channel to the same channel, else zeros: a convolution that passes its input on.</summary>
            /// <exception cref="ArgumentException">The tensor has not 3 to 5 dimensions.</exception>
            public static Tensor dirac_(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length is < 3 or > 5) throw new ArgumentException($"dirac_ fills weights of convolutions, of 3 to 5 dimensions; the tensor has {shape.Length}.", nameof(tensor));
                using var scope = NewDisposeScope();
                using var _ = no_grad();
                tensor.zero_();
                Tensor middle = tensor;
                for (var d = shape.Length - 1; d >= 2; d--) middle = middle.select(d, shape[d] / 2);
                middle.copy_(eye(shape[0], shape[1], tensor.dtype, tensor.device));
                return tensor;
            }

            /// <summary>Normal, but zeros in a share of each column: Martens 2010.</summary>
            /// <exception cref="ArgumentException">The tensor has not 2 dimensions.</exception>
            public static Tensor sparse_(Tensor tensor, double sparsity, double std = 0.01)
            {
                if (tensor.ndim != 2) throw new ArgumentException($"sparse_ fills a matrix; the tensor has {tensor.ndim} dimensions.", nameof(tensor));
                using var scope = NewDisposeScope();
                using var _ = no_grad();
                tensor.normal_(0, std);
                var rows = tensor.shape[0];
                var zeros = (long)Math.Ceiling(sparsity * rows);
                for (var column = 0L; column < tensor.shape[1]; column++)
                    FillPlaces.CallInPlace(tensor.select(1, column), 0, randperm(rows).slice(0, 0, zeros, 1), 0);
                return tensor;
            }

            private static double ErrorFunction(double x)
            {
                using var scope = NewDisposeScope();
                return torch.tensor(x, float64).erf().item<double>();
            }
        }
    }
}
