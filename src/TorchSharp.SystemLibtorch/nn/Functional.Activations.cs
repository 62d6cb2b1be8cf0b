using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator Elu = new("elu");
            private static readonly Operator EluInPlace = new("elu_");
            private static readonly Operator Celu = new("celu");
            private static readonly Operator CeluInPlace = new("celu_");
            private static readonly Operator Selu = new("selu");
            private static readonly Operator SeluInPlace = new("selu_");
            private static readonly Operator Gelu = new("gelu");
            private static readonly Operator GeluInPlace = new("gelu_");
            private static readonly Operator Silu = new("silu");
            private static readonly Operator SiluInPlace = new("silu_");
            private static readonly Operator Mish = new("mish");
            private static readonly Operator MishInPlace = new("mish_");
            private static readonly Operator Relu6 = new("relu6");
            private static readonly Operator Relu6InPlace = new("relu6_");
            private static readonly Operator Hardsigmoid = new("hardsigmoid");
            private static readonly Operator HardsigmoidInPlace = new("hardsigmoid_");
            private static readonly Operator LogSigmoid = new("log_sigmoid");
            private static readonly Operator LogSoftmax = new("log_softmax", "int");
            private static readonly Operator Prelu = new("prelu");

            /// <summary>Hyperbolic tangent, in (-1, 1).</summary>
            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? x.tanh_().alias() : x.tanh();

            /// <summary>1 / (1 + e⁻ˣ), in (0, 1).</summary>
            public static Tensor sigmoid(Tensor x) => x.sigmoid();

            /// <inheritdoc cref="sigmoid(Tensor)"/>
            public static Tensor sigmoid(Tensor x, bool inplace) => inplace ? x.sigmoid_().alias() : x.sigmoid();

            /// <summary>x where positive, else α(eˣ − 1): Clevert et al. 2016.</summary>
            public static Tensor elu(Tensor x, double alpha, bool inplace = false) => inplace ? EluInPlace.CallInPlace(x, alpha).alias() : Elu.Call(x, alpha);

            /// <summary>x where positive, else α(e^(x / α) − 1): Barron 2017.</summary>
            public static Tensor celu(Tensor x, double alpha, bool inplace = false) => inplace ? CeluInPlace.CallInPlace(x, alpha).alias() : Celu.Call(x, alpha);

            /// <summary>A scaled ELU that keeps mean 0 and variance 1: Klambauer et al. 2017.</summary>
            public static Tensor selu(Tensor x, bool inplace = false) => inplace ? SeluInPlace.CallInPlace(x).alias() : Selu.Call(x);

            /// <summary>x·Φ(x), with the normal distribution's Φ: Hendrycks &amp; Gimpel 2016.</summary>
            public static Tensor gelu(Tensor x) => gelu(x, inplace: false);

            /// <inheritdoc cref="gelu(Tensor)"/>
            public static Tensor gelu(Tensor x, bool inplace) => gelu(x, Modules.GELU.Approximate.none, inplace);

            /// <summary>x·Φ(x), or its approximation by a hyperbolic tangent.</summary>
            public static Tensor gelu(Tensor x, Modules.GELU.Approximate approximate, bool inplace = false)
            {
                var form = approximate == Modules.GELU.Approximate.tanh ? "tanh" : "none";
                return inplace ? GeluInPlace.CallInPlace(x, form).alias() : Gelu.Call(x, form);
            }

            /// <summary>x·σ(x), also called swish: Elfwing et al. 2018.</summary>
            public static Tensor silu(Tensor x, bool inplace = false) => inplace ? SiluInPlace.CallInPlace(x).alias() : Silu.Call(x);

            /// <summary>x·tanh(log(1 + eˣ)): Misra 2019.</summary>
            public static Tensor mish(Tensor x, bool inplace = false) => inplace ? MishInPlace.CallInPlace(x).alias() : Mish.Call(x);

            /// <summary>x cut to [0, 6].</summary>
            public static Tensor relu6(Tensor x, bool inplace = false) => inplace ? Relu6InPlace.CallInPlace(x).alias() : Relu6.Call(x);

            /// <summary>x / 6 + ½ cut to [0, 1].</summary>
            public static Tensor hardsigmoid(Tensor input, bool inplace = false) => inplace ? HardsigmoidInPlace.CallInPlace(input).alias() : Hardsigmoid.Call(input);

            /// <summary>−log(1 + e⁻ˣ).</summary>
            public static Tensor logsigmoid(Tensor x) => LogSigmoid.Call(x);

            /// <summary>The logarithm of softmax along a dimension, without overflow.</summary>
            public static Tensor log_softmax(Tensor x, long dim) => LogSoftmax.Call(x, dim);

            /// <summary>x where positive, else x times a weight, one for all or one a channel: He et al. 2015.</summary>
            public static Tensor prelu(Tensor input, Tensor weight) => Prelu.Call(input, weight);
        }
    }
}
