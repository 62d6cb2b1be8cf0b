using GanNotebooks.Models;
using GanNotebooks.Tests.Devices;
using TorchSharp;
using static TorchSharp.torch;

namespace GanNotebooks.Applications.Tests;

public class NetworkDeviceTests
{
    private const int Side = 8;

    /// <summary>A small one of each kind, for grey images of 8×8.</summary>
    private static readonly Dictionary<string, Func<Network>> Networks = new()
    {
        [nameof(DcganEncoder)] = () => new DcganEncoder(Side, 1, 4, featureMaps: 2),
        [nameof(UNetGenerator)] = () => new UNetGenerator(1, 1, latentSize: 2, featureMaps: 2, depth: 2),
        [nameof(SuperResolutionGenerator)] = () => new SuperResolutionGenerator(1, featureMaps: 2, blocks: 1, doublings: 1),
        [nameof(PatchDiscriminator)] = () => new PatchDiscriminator(1, 1, featureMaps: 2),
        [nameof(TwoWayGenerator)] = () => new TwoWayGenerator(new UNetGenerator(1, 1, featureMaps: 2, depth: 2), new UNetGenerator(1, 1, featureMaps: 2, depth: 2)),
        [nameof(TwoWayDiscriminator)] = () => new TwoWayDiscriminator(new PatchDiscriminator(1, 0, featureMaps: 2), new PatchDiscriminator(1, 0, featureMaps: 2)),
        [nameof(CaptionEncoder)] = Encoder,
        [nameof(CaptionGenerator)] = () => new CaptionGenerator(Encoder(), new DcganGenerator(Side, 1, 6, featureMaps: 2)),
        [nameof(CaptionDiscriminator)] = () => new CaptionDiscriminator(4, Side, 1, featureMaps: 2),
    };

    public static TheoryData<string> Names => [.. Networks.Keys];

    private static Tensor SomeImages => randn(4, 1, Side, Side);

    private static Tensor SomeCaptions => torch.tensor(new long[,] { { 1, 2 }, { 2, 1 }, { 3, 0 }, { 1, 3 } });

    /// <summary>Images for networks whose condition is an image, and words for those that read.</summary>
    private static Tensor ConditionOf(Network network) => network is CaptionGenerator or CaptionDiscriminator ? SomeCaptions : SomeImages;

    private static CaptionEncoder Encoder() => new(vocabulary: 4, vectorSize: 2, maxLength: 3);

    private static Tensor Pass(Network network) => network switch
    {
        GanNotebooks.Models.Generator generator => generator.forward(generator.Latents(4), ConditionOf(network)),
        Discriminator discriminator => discriminator.forward(SomeImages, ConditionOf(network)),
        CaptionEncoder encoder => encoder.call(SomeCaptions),
        _ => network.call(SomeImages),
    };

    private static void Look(Network network)
    {
        switch (network)
        {
            case GanNotebooks.Models.Generator generator: generator.Generate(generator.Latents(4), ConditionOf(network)); break;
            case Discriminator discriminator: discriminator.Judge(SomeImages, ConditionOf(network)); break;
            case DcganEncoder encoder: encoder.Encode(SomeImages); break;
            case CaptionEncoder encoder: encoder.Encode(SomeCaptions); break;
        }
    }

    [Fact]
    public void Every_network_is_tried_on_another_device() => Meta.AssertCovered(Meta.TypesOf<Network>(typeof(GanModel).Assembly), Networks.Keys);

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
}
