using GanNotebooks.Data;
using GanNotebooks.Metrics;
using TorchSharp;
using static TorchSharp.torch;

namespace GanNotebooks.Tests.Devices;

/// <summary>Metrics are measured on the CPU, whatever devices their samples come from.</summary>
public class MetricDeviceTests
{
    private const int Side = 8;

    private static readonly ImageClassifier Classifier = new([1, Side, Side], 3);

    /// <summary>A measurement by its type, method and number of tensors, and what it may be made on.</summary>
    private static readonly Dictionary<string, (Func<Tensor[], object> Measure, Func<Tensor>[] Samples)> Measurements = new()
    {
        ["ClassifierFrechetDistance.Of 2"] = (t => ClassifierFrechetDistance.Of(Classifier, t[0], t[1]), [Images, Images]),
        ["FrechetDistance.Between 2"] = (t => FrechetDistance.Between(t[0], t[1]), [Points, Points]),
        ["FrechetDistance.Between 4"] = (t => FrechetDistance.Between(t[0], t[1], t[2], t[3]), [() => zeros([2], float64), () => eye(2, dtype: float64), () => zeros([2], float64), () => eye(2, dtype: float64)]),
        ["ImageClassifier.Features 1"] = (t => Classifier.Features(t[0]), [Images]),
        ["ImageClassifier.Classify 1"] = (t => Classifier.Classify(t[0]), [Images]),
        ["ImageClassifier.Accuracy 2"] = (t => Classifier.Accuracy(t[0], t[1]), [Images, Labels]),
        ["KernelDistance.Between 2"] = (t => KernelDistance.Between(t[0], t[1]), [Points, Points]),
        ["MixtureCoverage.Of 2"] = (t => MixtureCoverage.Of(t[0], t[1], 0.1), [Points, Points]),
        ["PrecisionRecall.Of 2"] = (t => PrecisionRecall.Of(t[0], t[1]), [Points, Points]),
        ["SampleQuality.Of 3"] = (t => SampleQuality.Of(Classifier, t[0], t[1], t[2]), [Images, Images, Labels]),
    };

    public static TheoryData<string> Names => [.. Measurements.Keys];

    private static Tensor Points() => randn(6, 2);

    private static Tensor Images() => randn(6, 1, Side, Side);

    private static Tensor Labels() => torch.tensor(new long[] { 0, 1, 2, 0, 1, 2 });

    [Fact]
    public void Every_metric_is_tried_with_samples_of_another_device() => Meta.AssertCovered(
        from type in typeof(SampleQuality).Assembly.GetExportedTypes()
        where type.Namespace == typeof(SampleQuality).Namespace
        from method in type.GetMethods()
        where method.DeclaringType == type && method.Name != nameof(Classifier.forward)
        let tensors = method.GetParameters().Count(parameter => parameter.ParameterType == typeof(Tensor))
        where tensors > 0
        select $"{type.Name}.{method.Name} {tensors}", Measurements.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_metric_brings_its_samples_to_the_CPU(string name)
    {
        var (measure, samples) = Measurements[name];
        Meta.AssertMeasuredOnTheCpu(measure, samples);
    }

    [Fact]
    public void A_classifier_learns_on_another_device()
    {
        using var data = new ImageDataset("noise", [.. Enumerable.Range(0, 30 * Side * Side).Select(i => (byte)(i * 7919 % 251))], [30, 1, Side, Side], [.. Enumerable.Range(0, 30).Select(i => (byte)(i % 3))]);
        using var classifier = Meta.Watched(new ImageClassifier(data.SampleShape, 3)).to(META);
        new ClassifierTraining(Steps: 3, BatchSize: 4).Teach(classifier, data);
        Meta.AssertHere(classifier.state_dict().Values);
        foreach (var look in new Action[] { () => classifier.Classify(Images()), () => classifier.Accuracy(Images(), Labels()), () => classifier.ScaleTo(Images()) })
            Meta.AssertBroughtToTheCpu(look);
    }
}
