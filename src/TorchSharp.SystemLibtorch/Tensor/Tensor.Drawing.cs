using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator BernoulliFloatInPlace = new("bernoulli_", "float");
        private static readonly Operator BernoulliTensorInPlace = new("bernoulli_", "Tensor");
        private static readonly Operator ExponentialInPlace = new("exponential_");
        private static readonly Operator CauchyInPlace = new("cauchy_");
        private static readonly Operator GeometricInPlace = new("geometric_");
        private static readonly Operator LogNormalInPlace = new("log_normal_");
        private static readonly Operator RandomFromInPlace = new("random_", "from");
        private static readonly Operator Poisson = new("poisson");
        private static readonly Operator Binomial = new("binomial");

        /// <summary>Filled with 1 with probability p, else 0.</summary>
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) => BernoulliFloatInPlace.CallInPlace(this, p, generator);
        /// <summary>Filled with 1 with each element's probability, else 0.</summary>
        public Tensor bernoulli_(Tensor p, Generator? generator = null) => BernoulliTensorInPlace.CallInPlace(this, p, generator);
        /// <summary>Filled with exponential random numbers of mean 1 / λ.</summary>
        public Tensor exponential_(double lambda = 1, Generator? generator = null) => ExponentialInPlace.CallInPlace(this, lambda, generator);
        /// <summary>Filled with Cauchy random numbers.</summary>
        public Tensor cauchy_(double median = 0, double sigma = 1, Generator? generator = null) => CauchyInPlace.CallInPlace(this, median, sigma, generator);
        /// <summary>Filled with the numbers of trials up to the first success of probability p.</summary>
        public Tensor geometric_(double p, Generator? generator = null) => GeometricInPlace.CallInPlace(this, p, generator);
        /// <summary>Filled with e to the power of normal random numbers.</summary>
        public Tensor log_normal_(double mean = 0, double std = 1, Generator? generator = null) => LogNormalInPlace.CallInPlace(this, mean, std, generator);
        /// <summary>Filled with whole random numbers in [from, to).</summary>
        public Tensor random_(double from, double to, Generator? generator = null) => RandomFromInPlace.CallInPlace(this, (long)from, (long)to, generator);
        /// <summary>Poisson random numbers with each element's mean.</summary>
        public Tensor poisson(Generator? generator = null) => Poisson.Call(this, generator);
        /// <summary>Binomial random numbers of each element's count and its probability.</summary>
        public Tensor binomial(Tensor prob, Generator? generator = null) => Binomial.Call(this, prob, generator);
    }
}
