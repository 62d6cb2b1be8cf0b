using GanNotebooks.Models;
using static TorchSharp.torch;

namespace GanNotebooks.Tests.Models;

public class ConditionalTests
{
    private static ConditionalGenerator Generator() => new(classes: 3, embeddingSize: 4, new DcganGenerator(28, latentSize: 10, featureMaps: 2));

    [Fact]
    public void A_class_is_a_part_of_what_the_generator_is_given()
    {
        manual_seed(1);
        using var generator = Generator();
        Assert.Equal(6, generator.LatentSize);
        var z = generator.Latents(2);
        var (zero, one) = (zeros(2, int64), ones(2, int64));
        Assert.Equal([2L, 1, 28, 28], generator.Generate(z, zero).shape);
        Assert.True(generator.Generate(z, zero).equal(generator.Generate(z, zero)).all().item<bool>());
        Assert.False(generator.Generate(z, zero).allclose(generator.Generate(z, one)));
        Assert.Equal([2L, 1, 28, 28], generator.Generate(2).shape);     // classes drawn evenly
    }

    [Fact]
    public void Between_two_classes_lie_samples_of_mixed_vectors()
    {
        manual_seed(1);
        using var generator = Generator();
        generator.eval();
        using var _ = no_grad();
        var z = generator.Latents(1).repeat(3, 1);
        var (zero, one) = (zeros(3, int64), ones(3, int64));
        var way = generator.Between(z, zero, one, tensor(new float[] { 0, 0.5f, 1 }));
        Assert.True(way[0].allclose(generator.Generate(z, zero)[0], atol: 1e-6));
        Assert.True(way[2].allclose(generator.Generate(z, one)[2], atol: 1e-6));
        Assert.False(way[1].allclose(way[0]));
        Assert.Throws<ArgumentException>(() => generator.Between(z, zero, full(3, 7, int64), ones(3)));
    }

    [Fact]
    public void A_generator_needs_something_random()
    {
        using var inner = new MlpGenerator(4, [], [2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConditionalGenerator(3, 4, inner));
    }

    public static TheoryData<Func<ConditionalDiscriminator>> Discriminators =>
    [
        () => new ProjectionDiscriminator(3, size: 28, featureMaps: 2),
        () => new LabelMapDiscriminator(3, size: 28, featureMaps: 2),
    ];

    [Theory]
    [MemberData(nameof(Discriminators))]
    public void The_score_depends_on_the_class_and_its_vector_learns(Func<ConditionalDiscriminator> create)
    {
        manual_seed(1);
        using var discriminator = create();
        var images = rand(3, 1, 28, 28);
        discriminator.eval();
        var as0 = discriminator.forward(images, zeros(3, int64));
        Assert.Equal([3L], as0.shape);
        Assert.False(as0.allclose(discriminator.forward(images, ones(3, int64)), atol: 0, rtol: 1e-6));
        Assert.All(as0.sum().Along(discriminator.parameters()), slope => Assert.False(slope is null || slope.IsInvalid));
    }

    [Theory]
    [MemberData(nameof(Discriminators))]
    public void Without_labels_there_is_no_score(Func<ConditionalDiscriminator> create)
    {
        using var discriminator = create();
        var error = Assert.Throws<InvalidOperationException>(() => discriminator.Judge(rand(2, 1, 28, 28)));
        Assert.Contains("labels", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_that_is_not_known_is_named()
    {
        using var generator = Generator();
        using var discriminator = new ProjectionDiscriminator(3, size: 28, featureMaps: 2);
        var labels = tensor(new long[] { 0, 7 });
        Assert.Contains("3 classes, 0 to 2, and got the label 7", Assert.Throws<ArgumentException>(() => generator.Generate(generator.Latents(2), labels)).Message, StringComparison.Ordinal);
        Assert.Contains("the label 7", Assert.Throws<ArgumentException>(() => discriminator.Judge(rand(2, 1, 28, 28), labels)).Message, StringComparison.Ordinal);
    }

    /// <summary>Equation 3 of Miyato and Koyama 2018: the difference of two classes' scores is linear in the features and in nothing else.</summary>
    [Fact]
    public void The_projection_is_an_inner_product_with_the_features()
    {
        manual_seed(1);
        using var discriminator = new ProjectionDiscriminator(2, size: 28, featureMaps: 2);
        var images = rand(2, 1, 28, 28);
        var features = (nn.Module<Tensor, Tensor>)discriminator.named_children().First(child => child.name == "features").module;
        var directions = discriminator.named_parameters().First(entry => entry.name == "direction.weight").parameter;
        discriminator.eval();
        var difference = discriminator.forward(images, ones(2, int64)) - discriminator.forward(images, zeros(2, int64));
        var expected = features.call(images).matmul(directions[1] - directions[0]);
        Assert.True(difference.allclose(expected, atol: 1e-6));
    }
}
