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
        [nameof(DcganEncoder)] = () => new DcganEncoder(Side, 1, 4, featureMaps: 2),
        [nameof(ConditionalGenerator)] = () => new ConditionalGenerator(Classes, 2, new DcganGenerator(Side, 1, 6, featureMaps: 2)),
        [nameof(LabelMapDiscriminator)] = () => new LabelMapDiscriminator(Classes, Side, 1, featureMaps: 2),
        [nameof(ProjectionDiscriminator)] = () => new ProjectionDiscriminator(Classes, Side, 1, featureMaps: 2),
        [nameof(ProGanGenerator)] = () => new ProGanGenerator(Side, 1, 4, featureMaps: 2) { Stage = new(Side, 0.5) },
        [nameof(ProGanCritic)] = () => new ProGanCritic(Side, 1, featureMaps: 2) { Stage = new(Side, 0.5) },
        [nameof(UNetGenerator)] = () => new UNetGenerator(1, 1, latentSize: 2, featureMaps: 2, depth: 2),
        [nameof(SuperResolutionGenerator)] = () => new SuperResolutionGenerator(1, featureMaps: 2, blocks: 1, doublings: 1),
        [nameof(PatchDiscriminator)] = () => new PatchDiscriminator(1, 1, featureMaps: 2),
        [nameof(TwoWayGenerator)] = () => new TwoWayGenerator(new UNetGenerator(1, 1, featureMaps: 2, depth: 2), new UNetGenerator(1, 1, featureMaps: 2, depth: 2)),
        [nameof(TwoWayDiscriminator)] = () => new TwoWayDiscriminator(new PatchDiscriminator(1, 0, featureMaps: 2), new PatchDiscriminator(1, 0, featureMaps: 2)),
        [nameof(CaptionEncoder)] = Encoder,
        [nameof(CaptionGenerator)] = () => new CaptionGenerator(Encoder(), new DcganGenerator(Side, 1, 6, featureMaps: 2)),
        [nameof(CaptionDiscriminator)] = () => new CaptionDiscriminator(4, Side, 1, featureMaps: 2),
        [nameof(ImageClassifier)] = () => new ImageClassifier([1, Side, Side], Classes),
    };

    public static TheoryData<string> Names => [.. Networks.Keys];

    private static Tensor SomeLabels => torch.tensor(new long[] { 0, 1, 2, 0 });

    private static Tensor SomeCaptions => torch.tensor(new long[,] { { 1, 2 }, { 2, 1 }, { 3, 0 }, { 1, 3 } });

    /// <summary>Classes; images for networks whose condition is an image, and words for those that read.</summary>
    private static Tensor ConditionOf(Network network) => network switch
    {
        ImageTranslator or PatchDiscriminator => randn(4, 1, Side, Side),
        CaptionGenerator or CaptionDiscriminator => SomeCaptions,
        _ => SomeLabels,
    };

    private static CaptionEncoder Encoder() => new(vocabulary: 4, vectorSize: 2, maxLength: 3);

    private static Tensor Pass(Network network) => network switch
    {
        GanNotebooks.Models.Generator generator => generator.forward(generator.Latents(4), ConditionOf(network)),
        Discriminator discriminator => discriminator.forward(randn(4, 1, Side, Side), ConditionOf(network)),
        CaptionEncoder encoder => encoder.call(SomeCaptions),
        _ => network.call(randn(4, 1, Side, Side)),
    };

    [Fact]
    public void Every_network_is_tried_on_another_device() => Meta.AssertCovered(Meta.TypesOf<Network>(), Networks.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_network_takes_its_inputs_from_the_CPU_and_computes_where_its_weights_are(string name)
    {
        using var scope = NewDisposeScope();
        using var network = Meta.Watched(Networks[name]()).to(META);
        Meta.AssertHere(network.state_dict().Values);
        Assert.Equal(DeviceType.META, network.Device.type);
        var output = Pass(network);
        output.sum().backward();
        Meta.AssertHere([output, .. network.parameters().Select(weight => weight.grad).OfType<Tensor>()]);
        Assert.Contains(network.parameters(), weight => weight.grad is not null);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void On_the_CPU_an_input_is_used_as_it_is(string name)
    {
        using var scope = NewDisposeScope();
        using var network = Networks[name]();
        var input = randn(2, 2);
        Assert.Same(input, network.Here(input));
        Assert.Equal("cpu", network.Device.ToString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_one_looks_at_comes_back_to_the_CPU(string name)
    {
        using var scope = NewDisposeScope();
        using var network = Meta.Watched(Networks[name]()).to(META);
        Meta.AssertBroughtToTheCpu(() =>
        {
            switch (network)
            {
                case GanNotebooks.Models.Generator generator: generator.Generate(generator.Latents(4), ConditionOf(network)); break;
                case Discriminator discriminator: discriminator.Judge(randn(4, 1, Side, Side), ConditionOf(network)); break;
                case DcganEncoder encoder: encoder.Encode(randn(4, 1, Side, Side)); break;
                case CaptionEncoder encoder: encoder.Encode(SomeCaptions); break;
                case ImageClassifier classifier: classifier.Features(randn(4, 1, Side, Side)); break;
            }
        });
        Assert.True(network.training);
    }

    [Fact]
    public void Images_between_two_classes_are_made_on_the_device_too()
    {
        using var scope = NewDisposeScope();
        using var generator = (ConditionalGenerator)Meta.Watched(Networks[nameof(ConditionalGenerator)]()).to(META);
        Meta.AssertHere(generator.Between(generator.Latents(4), SomeLabels, SomeLabels, linspace(0, 1, 4)));
    }

    [Fact]
    public void Distances_to_what_a_generator_makes_are_measured_on_the_device()
    {
        using var scope = NewDisposeScope();
        var encoder = Meta.Watched(new DcganEncoder(Side, 1, 4, featureMaps: 2)).to(META);
        var detector = new FAnoGan(encoder, Meta.Watched(new DcganGenerator(Side, 1, 4, featureMaps: 2)).to(META), Meta.Watched(new WganCritic(Side, 1, featureMaps: 2)).to(META));
        var distances = detector.Distances(randn(3, 1, Side, Side));
        distances.mean().backward();
        Meta.AssertHere([distances, .. encoder.parameters().Select(weight => weight.grad).OfType<Tensor>()]);
        Meta.AssertBroughtToTheCpu(() => detector.Scores(randn(3, 1, Side, Side)));
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
