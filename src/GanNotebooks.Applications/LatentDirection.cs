using static TorchSharp.torch;

namespace GanNotebooks.Applications;

/// <summary>Directions of latent space along which generated pictures change in one way. All are unit vectors.</summary>
public static class LatentDirection
{
    private const double Ridge = 1e-3;      // keeps the boundary finite when the two groups can be separated without a mistake
    private const int NewtonSteps = 20;

    /// <summary>The normal of the plane that best separates latent vectors: the direction in which a property appears. Shen et al. 2020 (InterFaceGAN), section 3.1.</summary>
    /// <param name="latents">(N, latent).</param>
    /// <param name="has">Whether the picture of each vector has the property, (N) bool; both must occur.</param>
    /// <returns>(latent) float32: towards those that have it.</returns>
    /// <exception cref="ArgumentException">All have it, or none has.</exception>
    public static Tensor Boundary(Tensor latents, Tensor has)
    {
        CheckGroups(has);
        using var scope = NewDisposeScope();
        var x = cat([latents.to(float64), ones([latents.shape[0], 1], float64)], 1);
        var y = has.to(float64);
        var weights = zeros([x.shape[1]], float64);
        var ridge = eye(x.shape[1], dtype: float64) * (Ridge * x.shape[0]);
        for (var i = 0; i < NewtonSteps; i++)           // logistic regression by Newton's method
        {
            var p = x.matmul(weights).sigmoid();
            var slope = x.T.matmul(p - y) + ridge.matmul(weights);
            var curvature = x.T.matmul(x * (p * (1 - p)).unsqueeze(1)) + ridge;
            weights -= linalg.solve(curvature, slope);
        }
        return Unit(weights[..^1]).MoveToOuterDisposeScope();
    }

    /// <summary>The direction from the mean of the vectors without a property to the mean of those with it.</summary>
    /// <param name="latents">(N, latent).</param>
    /// <param name="has">Whether the picture of each vector has the property, (N) bool; both must occur.</param>
    /// <returns>(latent) float32.</returns>
    /// <exception cref="ArgumentException">All have it, or none has.</exception>
    public static Tensor MeanDifference(Tensor latents, Tensor has)
    {
        CheckGroups(has);
        using var scope = NewDisposeScope();
        return Unit(latents[has].mean([0]) - latents[~has].mean([0])).MoveToOuterDisposeScope();
    }

    /// <summary>The part of a direction that is orthogonal to others: its property changes and theirs do not, as far as planes separate them. Shen et al. 2020, section 3.2.</summary>
    /// <param name="direction">(latent).</param>
    /// <param name="others">(latent) each; independent of each other and of the direction.</param>
    /// <returns>(latent) float32.</returns>
    public static Tensor Without(Tensor direction, params Tensor[] others)
    {
        using var scope = NewDisposeScope();
        var basis = linalg.qr(stack(others, 1).to(float64)).Q;
        var d = direction.to(float64);
        return Unit(d - basis.matmul(basis.T.matmul(d))).MoveToOuterDisposeScope();
    }

    /// <summary>The directions that a generator's first layer amplifies most, found without any picture. Shen and Zhou 2021 (SeFa), equation 5.</summary>
    /// <param name="weight">The first layer's, (latent, …): a transposed convolution's as it is, a linear layer's transposed.</param>
    /// <param name="count">How many, at most the latent size.</param>
    /// <returns>(count, latent) float32, the strongest first.</returns>
    public static Tensor OfFirstLayer(Tensor weight, int count)
    {
        using var scope = NewDisposeScope();
        var rows = weight.detach().flatten(1).to(float64);
        var (_, vectors) = linalg.eigh(rows.matmul(rows.T));        // in rising order
        return vectors.flip([1])[.., ..count].T.to(float32).contiguous().MoveToOuterDisposeScope();
    }

    private static Tensor Unit(Tensor vector) => (vector / vector.norm()).to(float32);

    private static void CheckGroups(Tensor has)
    {
        var count = has.sum().item<long>();
        if (count == 0 || count == has.shape[0])
            throw new ArgumentException($"{count} of {has.shape[0]} pictures have the property: expected some that have it and some that have not.", nameof(has));
    }
}
