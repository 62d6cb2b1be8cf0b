using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator Normal = new("normal_");
        private static readonly Operator Uniform = new("uniform_");
        private static readonly Operator Bernoulli = new("bernoulli");
        private static readonly Operator Multinomial = new("multinomial");

        /// <summary>Filled with normal random numbers.</summary>
        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null) => Normal.CallInPlace(this, mean, std, generator);
        /// <summary>Filled with uniform random numbers.</summary>
        public Tensor uniform_(double from, double to, Generator? generator = null) => Uniform.CallInPlace(this, from, to, generator);
        /// <summary>1 with each element's probability, else 0.</summary>
        public Tensor bernoulli(Generator? generator = null) => Bernoulli.Call(this, generator);
        /// <summary>Indices drawn with the weights that each row holds.</summary>
        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) => Multinomial.Call(this, num_samples, replacement, generator);
    }
}
