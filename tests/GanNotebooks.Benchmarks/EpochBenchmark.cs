using System.Diagnostics;
using GanNotebooks.Checkpoints;
using GanNotebooks.Datasets;
using GanNotebooks.Models;
using GanNotebooks.Trainers;
using TorchSharp;

namespace GanNotebooks.Benchmarks;

/// <summary>One epoch of a fully connected GAN, from IDX files on disk to weights on disk, beside the usual PyTorch script with a DataLoader.</summary>
internal static class EpochBenchmark
{
    private const int Rounds = 3;
    private const int Drawn = 60_000;

    /// <summary>Trains on the images in a folder, or on drawn ones.</summary>
    public static void Run(string? folder)
    {
        var scratch = Directory.CreateTempSubdirectory("gan-bench-");
        try
        {
            if (folder is null) Draw(folder = scratch.FullName);
            using var peer = PyTorch.StartWithSameBlas();
            peer?.SetThreads(Environment.ProcessorCount);
            torch.set_num_threads(Environment.ProcessorCount);
            var (ours, alone, workers) = (new List<double>(), new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                ours.Add(Train(folder, Path.Combine(scratch.FullName, "generator.safetensors")));
                if (peer is null) continue;
                alone.Add(peer.Epoch(folder, workers: 0));
                workers.Add(peer.Epoch(folder, workers: Environment.ProcessorCount));
            }
            var kit = Report.Median(ours);
            var report = new Report("one epoch", "seconds", "PyTorch / kit");
            report.Add("kit", Report.Figure(kit), "");
            report.Add("PyTorch, DataLoader", Report.Figure(Report.Median(alone)), Report.Figure(Report.Median(alone) / kit));
            report.Add($"PyTorch, DataLoader with {Environment.ProcessorCount} workers", Report.Figure(Report.Median(workers)), Report.Figure(Report.Median(workers) / kit));
            report.Write();
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static double Train(string folder, string weights)
    {
        var clock = Stopwatch.StartNew();
        using var images = ImageDatasets.Open(folder, datasetsFolder: folder);
        using var generator = new MlpGenerator(100, [256, 512, 1024], images.SampleShape);
        using var discriminator = new MlpDiscriminator(images.SampleShape, [512, 256]);
        using var trainer = new AdversarialTrainer(generator, discriminator, images, new TrainingOptions());
        trainer.Train(images.Count / 64);
        SafeTensors.Save(weights, generator);
        return clock.Elapsed.TotalSeconds;
    }

    private static void Draw(string folder)
    {
        var images = HandwrittenDigits.Draw(Drawn, seed: 1);
        IdxFile.Write(Path.Combine(folder, "train-images-idx3-ubyte"), IdxArray.From<byte>(images.Pixels, images.Count, images.Height, images.Width));
    }
}
