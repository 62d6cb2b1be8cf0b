using System.IO.Compression;
using static TorchSharp.torch;

namespace GanNotebooks.Benchmarks;

/// <summary>An epoch with TorchSharp alone.</summary>
internal static class PlainEpoch
{
    private const int Header = 16, Side = 28, Batch = 64;

    /// <summary>Trains on the IDX files of a folder and writes the generator's weights.</summary>
    public static void Run(string folder)
    {
        var training = PlainTraining.Create("mlp");
        using var images = Read(Directory.GetFiles(folder, "train-images-idx3-ubyte*").Single());
        using var order = randperm(images.shape[0]);
        for (var at = 0L; at + Batch <= images.shape[0]; at += Batch)
        {
            using var scope = NewDisposeScope();
            training.Real = images.index_select(0, order.narrow(0, at, Batch)).to(ScalarType.Float32) / 127.5 - 1;
            training.Train(1);
        }
        var weights = Path.GetTempFileName();
        training.Generator.save(weights);
        File.Delete(weights);
    }

    private static Tensor Read(string path)
    {
        using var file = File.OpenRead(path);
        using var stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return tensor(bytes.ToArray()[Header..], dtype: ScalarType.Byte).reshape(-1, Side * Side);
    }
}
