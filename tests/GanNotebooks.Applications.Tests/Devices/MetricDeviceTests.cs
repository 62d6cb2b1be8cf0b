using GanNotebooks.Tests.Devices;
using static TorchSharp.torch;

namespace GanNotebooks.Applications.Tests;

/// <summary>Metrics are measured on the CPU, whatever devices their samples come from.</summary>
public class MetricDeviceTests
{
    /// <summary>A measurement by its type, method and number of tensors, and what it may be made on.</summary>
    private static readonly Dictionary<string, (Func<Tensor[], object> Measure, Func<Tensor>[] Samples)> Measurements = new()
    {
        ["Auroc.Of 2"] = (t => Auroc.Of(t[0], t[1]), [() => randn(6), () => arange(6).lt(2)]),
        ["PeakSignalToNoiseRatio.Of 2"] = (t => PeakSignalToNoiseRatio.Of(t[0], t[1]), [Images, Images]),
        ["StructuralSimilarity.Of 2"] = (t => StructuralSimilarity.Of(t[0], t[1]), [Images, Images]),
    };

    public static TheoryData<string> Names => [.. Measurements.Keys];

    private static Tensor Images() => randn(2, 1, 12, 12);

    [Fact]
    public void Every_metric_is_tried_with_samples_of_another_device() => Meta.AssertCovered(
        from type in typeof(Auroc).Assembly.GetExportedTypes()
        from method in type.GetMethods()
        where method.DeclaringType == type && method.ReturnType == typeof(double)
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
}
