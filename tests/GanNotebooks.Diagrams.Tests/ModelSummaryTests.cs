using GanNotebooks.Metrics;
using GanNotebooks.Models;
using GanNotebooks.Tests.Devices;
using TorchSharp;
using static TorchSharp.torch;

namespace GanNotebooks.Diagrams.Tests;

public class ModelSummaryTests
{
    private static (string Name, Func<(nn.Module, ModelSummary)> Create)[] All =>
    [
        ("mlp g", () => Of(new MlpGenerator(3, [4], [2], batchNorm: true))),
        ("mlp d", () => Of(new MlpDiscriminator([2], [5]), 2)),
        ("dcgan g", () => Of(new DcganGenerator(28, featureMaps: 2))),
        ("dcgan d", () => Of(new DcganDiscriminator(28, featureMaps: 2), 1, 28, 28)),
        ("critic", () => Of(new WganCritic(28, featureMaps: 2), 1, 28, 28)),
        ("cgan g", () => Of(new ConditionalGenerator(3, 4, new DcganGenerator(28, latentSize: 10, featureMaps: 2)))),
        ("projection", () => Of(new ProjectionDiscriminator(3, 28, featureMaps: 2), 1, 28, 28)),
        ("label map", () => Of(new LabelMapDiscriminator(3, 28, featureMaps: 2), 1, 28, 28)),
        ("progan g", () => Of(new ProGanGenerator(8, featureMaps: 2) { Stage = new GrowthStage(8, 0.5) })),
        ("progan c", () => Of(new ProGanCritic(8, featureMaps: 2) { Stage = new GrowthStage(8, 0.5) }, 3, 8, 8)),
    ];

    public static TheoryData<string> Names => [.. All.Select(model => model.Name)];

    private static (nn.Module, ModelSummary) Of(GanNotebooks.Models.Generator generator) => (generator, generator.Summary());

    private static (nn.Module, ModelSummary) Of(Discriminator discriminator, params long[] shape) => (discriminator, discriminator.Summary(shape));

    /// <summary>What RegisterComponents() came too early for would be missing from one of the two, and would not train.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Every_parameter_is_in_the_table_and_every_layer_was_passed(string name)
    {
        var (network, summary) = All.First(model => model.Name == name).Create();
        Assert.Equal(network.parameters().Sum(weight => weight.numel()), summary.Parameters);
        Assert.All(summary.Layers, layer => Assert.NotNull(layer.Output));
        Assert.True(network.training);
    }

    [Fact]
    public void Costs_and_shapes_are_those_of_the_arithmetic()
    {
        using var generator = new DcganGenerator(32, channels: 3, latentSize: 10, featureMaps: 4);
        var summary = generator.Summary();
        Assert.Equal([16L, 4, 4], summary.Layers[0].Output!);
        Assert.Equal(10 * 16 * 16, summary.Layers[0].MultiplyAdds);
        Assert.Equal(16 * 8 * 16 * (4 * 4), summary.Layers.First(layer => layer.Name == "layers.3").MultiplyAdds);
        Assert.Equal([3L, 32, 32], summary.Layers[^1].Output!);

        using var critic = new WganCritic(32, channels: 3, featureMaps: 4);
        var first = critic.Summary(3, 32, 32).Layers[0];
        Assert.Equal(("Conv2d", 3 * 4 * 16 + 4L, 3 * 4 * 16 * 16 * 16L), (first.Type, first.Parameters, first.MultiplyAdds));
    }

    [Fact]
    public void What_a_growing_network_does_not_use_yet_is_listed_as_such()
    {
        using var generator = new ProGanGenerator(8, featureMaps: 2);
        var summary = generator.Summary();
        Assert.Contains(summary.Layers, layer => layer.Output is null && layer.Parameters > 0);
        Assert.Contains("not used", summary.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Looking_draws_no_random_number_and_leaves_no_hook()
    {
        manual_seed(5);
        var expected = rand(3);
        using var generator = new MlpGenerator(3, [4], [2]);
        manual_seed(5);
        generator.Summary();
        Assert.True(expected.equal(rand(3)).all().item<bool>());
        var summary = generator.Summary();
        Assert.Equal(3 * 4 + 4 * 2, summary.MultiplyAdds);
    }

    [Fact]
    public void The_table_has_a_line_a_layer_and_a_sum()
    {
        using var network = new MlpDiscriminator([2], [1000]);
        var lines = network.Summary(2).ToString().Split('\n');
        Assert.Equal("MlpDiscriminator: input 2", lines[0]);
        Assert.StartsWith("layers.0  Linear", lines[2], StringComparison.Ordinal);
        Assert.EndsWith("4,001          3,000", lines[^1], StringComparison.Ordinal);
        Assert.Contains(">4,001</td>", network.Summary(2).ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_on_another_device_needs_no_move()
    {
        AssertSame(() => new MlpGenerator(4, [6], [1, 8, 8], batchNorm: true), generator => generator.Summary());
        AssertSame(() => new WganCritic(8, featureMaps: 2), critic => critic.Summary(1, 8, 8));
        AssertSame(() => new ImageClassifier([1, 8, 8], 3), classifier => classifier.Summary(1, 8, 8));

        static void AssertSame<T>(Func<T> create, Func<T, ModelSummary> look) where T : Network
        {
            using var here = create();
            using var there = Meta.Watched(create());
            there.to(META);
            Assert.Equal(look(here).ToString(), look(there).ToString());
        }
    }
}
