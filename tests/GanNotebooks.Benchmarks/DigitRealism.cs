using System.Globalization;
using GanNotebooks.Data;
using Spectre.Console;
using static TorchSharp.torch;

namespace GanNotebooks.Benchmarks;

/// <summary>How real the drawn digits are: the accuracy on MNIST of a small network that has only seen drawn ones.</summary>
internal static class DigitRealism
{
    private const int Drawn = 10_000, Batch = 100, Epochs = 4, Judged = 1000;

    /// <summary>Measures with three seeds.</summary>
    public static void Print(LabelledImages real)
    {
        foreach (var seed in new[] { 1, 2, 3 })
            AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {Measure(real, seed):P1} of the real digits are named rightly"));
    }

    /// <summary>Trains on drawn digits and counts right answers on real ones, from 0 to 1.</summary>
    private static double Measure(LabelledImages real, int seed)
    {
        manual_seed(seed);
        using var scope = NewDisposeScope();
        var drawn = HandwrittenDigits.Draw(Drawn, seed);
        using var judge = nn.Sequential(
            nn.Conv2d(1, 16, 5, padding: 2), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(16, 32, 5, padding: 2), nn.ReLU(), nn.MaxPool2d(2),
            nn.Flatten(), nn.Dropout(0.3), nn.Linear(32 * 7 * 7, 64), nn.ReLU(), nn.Linear(64, 10));
        var optimizer = optim.Adam(judge.parameters(), 1e-3);
        var loss = nn.CrossEntropyLoss();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            foreach (var chunk in randperm(Drawn).data<long>().ToArray().Chunk(Batch))
            {
                using var step = NewDisposeScope();
                optimizer.zero_grad();
                loss.call(judge.call(Images(drawn, chunk)), tensor(chunk.Select(i => (long)drawn.Labels![i]).ToArray())).backward();
                optimizer.step();
            }
        }
        judge.eval();
        using var _ = no_grad();
        var right = 0;
        foreach (var chunk in Enumerable.Range(0, real.Count).Select(i => (long)i).Chunk(Judged))
        {
            using var step = NewDisposeScope();
            var answers = judge.call(Images(real, chunk)).argmax(1).data<long>().ToArray();
            right += chunk.Zip(answers).Count(pair => real.Labels![pair.First] == pair.Second);
        }
        return right / (double)real.Count;
    }

    private static Tensor Images(LabelledImages images, long[] indices)
    {
        var bytes = new byte[indices.Length * 784];
        for (var i = 0; i < indices.Length; i++) images[(int)indices[i]].CopyTo(bytes.AsSpan(i * 784));
        return tensor(bytes, [indices.Length, 1, 28, 28]).to(float32) / 127.5 - 1;
    }
}
