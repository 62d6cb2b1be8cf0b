using GanNotebooks.Metrics;
using GanNotebooks.Models;
using GanNotebooks.Visualizers;
using TorchSharp;
using static TorchSharp.torch;

namespace GanNotebooks.Tests.Devices;

public class NetworkDeviceTests
{
    private const int Side = 8, Classes = 3;

    /// <summary>A small one of each kind, for grey images of 8×8.</summary>
    private static readonly Dictionary<string, Func<Network>> Networks = new()
    {
        [nameof(MlpGenerator)] = () => new MlpGenerator(4, [6], [1, Side, Side], batchNorm: true),
        [nameof(MlpDiscriminator)] = () => new MlpDiscriminator([1, Side, Side], [6], dropout: 0.3),
        [nameof(DcganGenerator)] = () => new DcganGenerator(Side, 1, 4, featureMaps: 2),
        [nameof(DcganDiscriminator)] = () => new DcganDiscriminator(Side, 1, featureMaps: 2),
        [nameof(WganCritic)] = () => new WganCritic(Side, 1, featureMaps: 2),
        [nameof(ConditionalGenerator)] = () => new ConditionalGenerator(Classes, 2, new DcganGenerator(Side, 1, 6, featureMaps: 2)),
        [nameof(LabelMapDiscriminator)] = () => new LabelMapDiscriminator(Classes, Side, 1, featureMaps: 2),
        [nameof(ProjectionDiscriminator)] = () => new ProjectionDiscriminator(Classes, Side, 1, featureMaps: 2),
        [nameof(ProGanGenerator)] = () => new ProGanGenerator(Side, 1, 4, featureMaps: 2) { Stage = new(Side, 0.5) },
        [nameof(ProGanCritic)] = () => new ProGanCritic(Side, 1, featureMaps: 2) { Stage = new(Side, 0.5) },
        [nameof(ImageClassifier)] = () => new ImageClassifier([1, Side, Side], Classes),
    };

    public static TheoryData<string> Names => [.. Networks.Keys];

    private static Tensor SomeLabels => torch.tensor(new long[] { 0, 1, 2, 0 });

    private static Tensor Pass(Network network) => network switch
    {
        GanNotebooks.Models.Generator generator => generator.forward(generator.Latents(4), SomeLabels),
        Discriminator discriminator => discriminator.forward(randn(4, 1, Side, Side), SomeLabels),
        _ => network.call(randn(4, 1, Side, Side)),
    };

    private static void Look(Network network)
    {
        switch (network)
        {
            case GanNotebooks.Models.Generator generator: generator.Generate(generator.Latents(4), SomeLabels); break;
            case Discriminator discriminator: discriminator.Judge(randn(4, 1, Side, Side), SomeLabels); break;
            case ImageClassifier classifier: classifier.Features(randn(4, 1, Side, Side)); break;
        }
    }

    [Fact]
    public void Every_network_is_tried_on_another_device() => Meta.AssertCovered(Meta.TypesOf<Network>(typeof(Network).Assembly), Networks.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_network_takes_its_inputs_from_the_CPU_and_computes_where_its_weights_are(string name) => NetworkChecks.ComputesWhereItsWeightsAre(Networks[name], Pass);

    [Theory]
    [MemberData(nameof(Names))]
    public void On_the_CPU_an_input_is_used_as_it_is(string name) => NetworkChecks.TakesAnInputOfTheCpuAsItIs(Networks[name]);

    [Theory]
    [MemberData(nameof(Names))]
    public void What_one_looks_at_comes_back_to_the_CPU(string name) => NetworkChecks.BringsWhatIsLookedAtToTheCpu(Networks[name], Look);

    [Fact]
    public void Images_between_two_classes_are_made_on_the_device_too()
    {
        using var scope = NewDisposeScope();
        using var generator = (ConditionalGenerator)Meta.Watched(Networks[nameof(ConditionalGenerator)]()).to(META);
        Meta.AssertHere(generator.Between(generator.Latents(4), SomeLabels, SomeLabels, linspace(0, 1, 4)));
    }

    /// <summary>A kind of image that is drawn by a network of another device, or of tensors there.</summary>
    [Fact]
    public void Charts_and_pictures_bring_what_they_show_to_the_CPU()
    {
        using var scope = NewDisposeScope();
        using var judge = new MlpDiscriminator([2], [4]).to(META);
        using var generator = Meta.Watched(Networks[nameof(ConditionalGenerator)]()).to(META) as ConditionalGenerator;
        var (points, far) = (randn(5, 2), randn(5, 2, device: META));
        var history = new GanNotebooks.Trainers.TrainingHistory();
        for (var step = 1; step <= 60; step++) history.Add(new(step, 1, 1, 0.5, 0.5));
        foreach (var show in new Action[]
        {
            () => TrainingCharts.ScoreHistogram(judge, points, points),
            () => TrainingCharts.DiscriminatorSurface(judge, points, points),
            () => TrainingCharts.CriticSurface(judge, points, points),
            () => TrainingCharts.WeightHistogram([("judge", judge)]),
            () => TrainingCharts.Cloud("far", far),
            () => TrainingDiagnosis.Of(history, far, points),
            () => TrainingDiagnosis.Of(history, points, far),
            () => ImageGrid.Of(randn([4, 1, Side, Side], device: META)),
            () => ImageGrid.Pixels(zeros([4, 1, Side, Side], uint8, META)),
            () => Animation.Of([randn([4, 1, Side, Side], device: META)]),
            () => ClassGrid.Of(generator!, generator!.Latents(2), Classes),
            () => LatentWalk.Of(generator!, randn(2, 3, generator!.LatentSize), labels: SomeLabels[..3]),
        }) Meta.AssertBroughtToTheCpu(show);
        Meta.AssertHere(LatentPath.Straight(far[0], far[1], 3));
    }
}
