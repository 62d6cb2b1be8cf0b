using GanNotebooks.Data;
using TorchSharp;

namespace GanNotebooks.Cli.Tests;

/// <summary>Trainings on a few small images, each over within a moment.</summary>
internal sealed class TinyTraining : IDisposable
{
    private const int Images = 40, Classes = 3;
    private readonly int threads = torch.get_num_threads();

    public TinyTraining()
    {
        torch.set_num_threads(1);       // sums of several threads may differ in the last bit
        Data = Directory.CreateDirectory(At("stripes")).FullName;
        var pixels = Enumerable.Range(0, Images * 8 * 8).Select(i => (byte)(i / 64 % Classes == 0 ? i % 2 * 255 : i / 64 * 6)).ToArray();
        IdxFile.Write(Path.Combine(Data, "train-images-idx3-ubyte"), pixels, Images, 8, 8);
        Pairs = At("pairs");
        foreach (var side in new[] { "a", "b" })
        {
            Directory.CreateDirectory(Path.Combine(Pairs, side));
            for (var i = 0; i < 12; i++) ImageFile.Write(Path.Combine(Pairs, side, $"{i}.png"), new LabelledImages([.. Enumerable.Range(0, 64).Select(at => (byte)(at * (side == "a" ? i : 12 - i)))], null, 1, 1, 8, 8), 0);
        }
        IdxFile.Write(Path.Combine(Data, "train-labels-idx1-ubyte"), [.. Enumerable.Range(0, Images).Select(i => (byte)(i % Classes))], Images);
    }

    public TestProject Project { get; } = new();

    /// <summary>A folder of 40 images of 8×8 in 3 classes.</summary>
    public string Data { get; }

    /// <summary>A folder of 12 pairs of images of 8×8.</summary>
    public string Pairs { get; }

    public string At(string name) => Path.Combine(Project.Folders.Root, name);

    /// <summary>A request for a training of small networks.</summary>
    public TrainRequest Request(string model, long steps, string folder = "run") =>
        new() { Model = model, Data = model == "pix2pix" ? Pairs : Data, Steps = steps, Output = At(folder), Maps = 2, Latent = model == "srgan" ? null : 4, Batch = 4, SaveEvery = 4 };

    public Task<int> TrainAsync(TrainRequest request, CancellationToken stop = default) =>
        Guard.RunAsync(Project.Console, () => Task.FromResult(new TrainRun(Project.Console, Project.Folders, request).Run(stop)));

    public Task<int> SampleAsync(string checkpoint, string output, int? count = 6, string? labels = null, int? columns = null, string? device = null, string? input = null) =>
        Guard.RunAsync(Project.Console, () => Task.FromResult(new SampleCommand(Project.Console) { Checkpoint = checkpoint, Output = output, Count = count, Input = input, Labels = labels, Columns = columns, Device = device }.Run()));

    public Task<int> ShowAsync(string model, string? data = null, int? size = null, string? svg = null) =>
        Guard.RunAsync(Project.Console, () => Task.FromResult(new ShowCommand(Project.Console, Project.Folders) { Model = model, Data = data, Size = size, Maps = 2, Svg = svg }.Run()));

    /// <summary>The history that a training left.</summary>
    public string[] History(string folder) => File.ReadAllLines(Path.Combine(At(folder), "history.csv"));

    public void Dispose()
    {
        torch.set_num_threads(threads);
        Project.Dispose();
    }
}
