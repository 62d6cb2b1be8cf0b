using GanNotebooks.Data;
using GanNotebooks.Data.Tests;
using GanNotebooks.Metrics;
using TorchSharp;

namespace GanNotebooks.Tests.Metrics;

public sealed class ImageClassifierTests : IDisposable
{
    private static readonly ClassifierTraining Training = new(Steps: 120, BatchSize: 32);
    private readonly ScratchFolder folder = new();

    /// <summary>A bar in the upper, middle or lower third, by class, at a random place within it.</summary>
    private static ImageDataset Bars(int seed, bool labelled = true)
    {
        var random = new Random(seed);
        var pixels = new byte[300 * 12 * 12];
        var labels = new byte[300];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = (byte)random.Next(3);
            var row = labels[i] * 4 + random.Next(4);
            Array.Fill(pixels, (byte)random.Next(120, 256), i * 144 + row * 12, 12);
        }
        return new ImageDataset("bars", pixels, [300, 1, 12, 12], labelled ? labels : null);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void It_learns_classes_and_measures_by_them()
    {
        using var data = Bars(1);
        using var classifier = Training.Train(data);
        Assert.True(classifier.HeldOutAccuracy > 0.9, $"{classifier.HeldOutAccuracy}");
        using var fresh = Bars(2);
        var (images, labels) = (fresh.Select(torch.arange(300, dtype: torch.int64)), fresh.Labels!);
        Assert.True(classifier.Accuracy(images, labels) > 0.9);

        var real = data.Select(torch.arange(300, dtype: torch.int64));
        Assert.Equal(1, classifier.Features(real).square().mean().item<double>(), 0.2);
        var good = SampleQuality.Of(classifier, real, images, labels);
        var bad = SampleQuality.Of(classifier, real, torch.randn(300, 1, 12, 12).clamp(-1, 1), labels);
        Assert.Equal(good.FrechetDistance, ClassifierFrechetDistance.Of(classifier, real, images), 1e-9);
        Assert.True(good.FrechetDistance * 5 < bad.FrechetDistance && good.KernelDistance < bad.KernelDistance, $"{good}\n{bad}");
        Assert.True(good.Coverage.Precision > bad.Coverage.Precision && good.LabelAccuracy > bad.LabelAccuracy, $"{good}\n{bad}");
    }

    [Fact]
    public void It_is_trained_once_for_each_set_of_data_and_disturbs_no_random_numbers()
    {
        using var data = Bars(1);
        torch.manual_seed(4);
        var expected = torch.rand(3);
        torch.manual_seed(4);
        using var trained = Training.TrainOrRead(data, folder.Root);
        Assert.True(expected.equal(torch.rand(3)).all().item<bool>());
        var written = File.GetLastWriteTimeUtc(Directory.GetFiles(folder.Root).Single());
        torch.manual_seed(4);
        using var read = Training.TrainOrRead(data, folder.Root);
        Assert.True(expected.equal(torch.rand(3)).all().item<bool>());
        Assert.Equal(written, File.GetLastWriteTimeUtc(Directory.GetFiles(folder.Root).Single()));
        Assert.Equal(trained.HeldOutAccuracy, read.HeldOutAccuracy);
        var images = data.NextBatch(10);
        Assert.True(trained.call(images).equal(read.call(images)).all().item<bool>());

        using var others = Bars(3);
        Training.TrainOrRead(others, folder.Root).Dispose();
        (Training with { Steps = 1 }).TrainOrRead(data, folder.Root).Dispose();
        Assert.Equal(3, Directory.GetFiles(folder.Root).Length);
    }

    [Fact]
    public void Images_without_labels_are_refused()
    {
        using var data = Bars(1, labelled: false);
        Assert.Contains("labels", Assert.Throws<ArgumentException>(() => Training.Train(data)).Message, StringComparison.Ordinal);
    }
}
