using GanNotebooks.Data;

namespace GanNotebooks.Benchmarks;

/// <summary>One epoch of a fully connected GAN, from IDX files on disk to weights on disk.</summary>
internal static class EpochBenchmark
{
    private const int Rounds = 3, Drawn = 60_000;

    /// <summary>Trains on the images in a folder, or on drawn ones.</summary>
    public static void Run(string? folder)
    {
        var scratch = Directory.CreateTempSubdirectory("gan-bench-");
        try
        {
            if (folder is null) Draw(folder = scratch.FullName);
            using var kit = Peer.Kit();
            using var plain = Peer.Plain();
            using var torch = Peer.PyTorch();
            Peer[] peers = torch is null ? [kit, plain] : [kit, plain, torch];
            var times = peers.Select(_ => new List<double>()).ToArray();
            for (var round = 0; round < Rounds; round++)
                for (var i = 0; i < peers.Length; i++) times[i].Add(peers[i].Epoch(folder));
            var report = new Report("one epoch", "seconds", "/ kit");
            for (var i = 0; i < peers.Length; i++)
                report.Add(peers[i].Name, Report.Figure(Report.Median(times[i])), Report.Figure(Report.Median(times[i]) / Report.Median(times[0])));
            report.Write();
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static void Draw(string folder)
    {
        var images = HandwrittenDigits.Draw(Drawn, seed: 1);
        IdxFile.Write(Path.Combine(folder, "train-images-idx3-ubyte"), images.Pixels, images.Count, images.Height, images.Width);
    }
}
