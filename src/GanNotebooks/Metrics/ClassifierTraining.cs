using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GanNotebooks.Data;
using GanNotebooks.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace GanNotebooks.Metrics;

/// <summary>How a classifier is trained: once for each set of data, then it is read from the disk.</summary>
/// <param name="Steps">How many batches, at least 1.</param>
/// <param name="BatchSize">Images per batch.</param>
/// <param name="Rate">Adam's step size.</param>
/// <param name="Seed">The seed of its weights and batches; other random numbers are not touched.</param>
public sealed record ClassifierTraining(int Steps = 1500, int BatchSize = 64, double Rate = 1e-3, int Seed = 1)
{
    private const int HeldOutEvery = 10;       // every tenth image is for the test
    private const int MostHeldOut = 2000;

    /// <summary>Reads the classifier of these data from the cache, or trains it and writes it there.</summary>
    /// <param name="data">Real images with labels.</param>
    /// <param name="cacheFolder">Where classifiers are kept.</param>
    /// <exception cref="ArgumentException">The data have no labels, or fewer than two classes.</exception>
    public ImageClassifier TrainOrRead(ImageDataset data, string cacheFolder)
    {
        var path = Path.Combine(cacheFolder, $"classifier-{Key(data)}.safetensors");
        if (!File.Exists(path)) return TrainAndWrite(data, path);
        using var random = RandomState.Keep();        // as in training: what follows must not depend on the cache
        var classifier = Untrained(data);
        SafeTensors.Load(path, classifier);
        classifier.HeldOutAccuracy = double.Parse(SafeTensors.LoadMetadata(path)["accuracy"], CultureInfo.InvariantCulture);
        return classifier;
    }

    /// <summary>Trains a classifier on nine tenths of the images and tests it on the others.</summary>
    /// <param name="data">Real images with labels.</param>
    /// <exception cref="ArgumentException">The data have no labels, or fewer than two classes.</exception>
    public ImageClassifier Train(ImageDataset data)
    {
        using var random = RandomState.Keep();
        manual_seed(Seed);
        var classifier = Untrained(data);
        Teach(classifier, data);
        using (NewDisposeScope())
        {
            var heldOut = arange(HeldOutEvery - 1, data.Count, HeldOutEvery, dtype: int64)[..MostHeldOut];
            if (heldOut.numel() == 0) throw new ArgumentException($"{data.Name}: {data.Count} images are too few to train and test a classifier; expected at least {HeldOutEvery}.", nameof(data));
            var images = data.Select(heldOut);
            classifier.HeldOutAccuracy = classifier.Accuracy(images, data.Labels!.index_select(0, heldOut));
            classifier.ScaleTo(images);
        }
        return classifier;
    }

    /// <summary>Runs the training steps.</summary>
    internal void Teach(ImageClassifier classifier, ImageDataset data)
    {
        using var adam = new Adam(classifier.parameters(), Rate);
        var threads = new ThreadChoice();
        using var _ = threads.Use();
        for (var step = 0; step < Steps; step++) threads.Time(Step);

        void Step()
        {
            using var scope = NewDisposeScope();
            var indices = Trained(randint((data.Count * (HeldOutEvery - 1) + HeldOutEvery - 1) / HeldOutEvery, [BatchSize], dtype: int64)).clamp(0, data.Count - 1);
            adam.zero_grad();
            nn.functional.cross_entropy(classifier.call(data.Select(indices)), classifier.Here(data.Labels!.index_select(0, indices))).backward();
            adam.step();
        }
    }

    /// <summary>Skips the last of every ten: 0…8 stay, 9 becomes 10, and so on.</summary>
    private static Tensor Trained(Tensor numbers) => numbers + numbers.floor_divide(HeldOutEvery - 1);

    private ImageClassifier TrainAndWrite(ImageDataset data, string path)
    {
        var classifier = Train(data);
        SafeTensors.Save(path, classifier, new Dictionary<string, string> { ["data"] = data.Name, ["accuracy"] = classifier.HeldOutAccuracy.ToString("R", CultureInfo.InvariantCulture) });
        return classifier;
    }

    private static ImageClassifier Untrained(ImageDataset data)
    {
        if (data.Labels is null) throw new ArgumentException($"{data.Name}: a classifier learns from labels, and these images have none. Use data with labels.", nameof(data));
        var classes = data.ClassCount;
        if (classes < 2) throw new ArgumentException($"{data.Name}: all images are of one class; a classifier needs at least two.", nameof(data));
        return new ImageClassifier(data.SampleShape, classes).to(ComputeDevice.Default);
    }

    private string Key(ImageDataset data) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"2 {this} {data.Fingerprint}")))[..16];
}
