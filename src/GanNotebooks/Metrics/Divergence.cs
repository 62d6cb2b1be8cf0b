namespace GanNotebooks.Metrics;

/// <summary>How different two distributions over the same finite set are, in nats.</summary>
public static class Divergence
{
    /// <summary>KL(p ‖ q) = Σ p·log(p/q): infinite where q is 0 and p is not.</summary>
    /// <param name="p">Probabilities.</param>
    /// <param name="q">As many probabilities.</param>
    public static double KullbackLeibler(IReadOnlyList<double> p, IReadOnlyList<double> q) =>
        p.Zip(q, (a, b) => a == 0 ? 0 : a * Math.Log(a / b)).Sum();

    /// <summary>½·KL(p ‖ m) + ½·KL(q ‖ m) with m halfway: at most log 2, which it reaches when p and q have nothing in common. Goodfellow et al. 2014, equation 6.</summary>
    /// <param name="p">Probabilities.</param>
    /// <param name="q">As many probabilities.</param>
    public static double JensenShannon(IReadOnlyList<double> p, IReadOnlyList<double> q)
    {
        double[] middle = [.. p.Zip(q, (a, b) => (a + b) / 2)];
        return (KullbackLeibler(p, middle) + KullbackLeibler(q, middle)) / 2;
    }
}
