using static TorchSharp.torch;

namespace GanNotebooks.Applications.Tests;

public class LatentDirectionTests
{
    [Fact]
    public void A_boundary_is_at_a_right_angle_to_the_plane_that_divides()
    {
        manual_seed(1);
        var latents = randn(4000, 6);
        var normal = tensor(new[] { 0.6f, 0, -0.8f, 0, 0, 0 });
        var has = latents.matmul(normal) + 0.3 * randn(4000) > 0.5;
        Assert.True(LatentDirection.Boundary(latents, has).dot(normal).item<float>() > 0.995);
    }

    /// <summary>Where the vectors are not spread evenly, the means differ along the spread, and the boundary does not.</summary>
    [Fact]
    public void The_difference_of_means_follows_the_spread_and_the_boundary_does_not()
    {
        manual_seed(1);
        var z = randn(4000, 1);
        var latents = cat([z + 0.3 * randn(4000, 1), z + 0.3 * randn(4000, 1)], 1);       // two numbers that go together
        var has = latents[.., 0] > 0;
        var (first, second) = (tensor(new[] { 1f, 0 }), tensor(new[] { 0.7071f, 0.7071f }));
        Assert.True(LatentDirection.MeanDifference(latents, has).dot(second).item<float>() > 0.98);
        Assert.True(LatentDirection.Boundary(latents, has).dot(first).item<float>() > 0.98);
    }

    [Fact]
    public void A_projected_direction_is_at_a_right_angle_to_the_others_and_of_length_one()
    {
        manual_seed(1);
        var (d, a, b) = (randn(8), randn(8), randn(8));
        var left = LatentDirection.Without(d, a, b);
        Assert.Equal(0, left.dot(a).item<float>(), 1e-5);
        Assert.Equal(0, left.dot(b).item<float>(), 1e-5);
        Assert.Equal(1, left.norm().item<float>(), 1e-5);
        Assert.True(left.dot(d).item<float>() > 0);
    }

    [Fact]
    public void A_first_layer_that_stretches_axes_gives_the_axes_the_longest_first()
    {
        var directions = LatentDirection.OfFirstLayer(diag(tensor(new[] { 1f, 3, 0.5f, 2 })), 3).abs();
        Assert.True(directions.allclose(eye(4)[tensor(new long[] { 1, 3, 0 })]));
    }

    [Fact]
    public void Pictures_that_all_have_the_property_name_no_direction()
    {
        Assert.Throws<ArgumentException>(() => LatentDirection.Boundary(randn(3, 2), ones(3, @bool)));
        Assert.Throws<ArgumentException>(() => LatentDirection.MeanDifference(randn(3, 2), zeros(3, @bool)));
    }
}
