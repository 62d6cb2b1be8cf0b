using System.Globalization;
using GanNotebooks.Data;

namespace GanNotebooks.Trainers;

public sealed partial class TrainingHistory
{
    private static readonly (string Name, Func<TrainingStep, double> Value)[] Columns =
    [
        ("step", step => step.Number),
        ("images_seen", step => step.ImagesSeen),
        ("discriminator_loss", step => step.DiscriminatorLoss),
        ("generator_loss", step => step.GeneratorLoss),
        ("real_score", step => step.RealScore),
        ("fake_score", step => step.FakeScore),
        ("real_logit", step => step.RealLogit),
        ("fake_logit", step => step.FakeLogit),
        ("penalty", step => step.Penalty),
    ];

    /// <summary>Writes all steps as CSV, one line per step; the numbers read back to the last bit.</summary>
    /// <param name="path">The file; it is replaced completely or not at all.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void SaveCsv(string path) => AtomicFile.Write(path, file =>
    {
        using var text = new StreamWriter(file, leaveOpen: true) { NewLine = "\n" };
        text.WriteLine(Header);
        foreach (var step in steps)
            text.WriteLine(string.Join(',', Columns.Select(column => column.Value(step).ToString("R", CultureInfo.InvariantCulture))));
    });

    private static string Header => string.Join(',', Columns.Select(column => column.Name));

    /// <summary>Replaces the steps by those in a file that <see cref="SaveCsv"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    internal void LoadCsv(string path)
    {
        var lines = File.ReadAllLines(path);
        if (lines.FirstOrDefault() != Header) throw Damaged(path, 1);
        var read = lines.Skip(1).Select((line, i) => Parse(line) is { } step && step.Number == i + 1 ? step : throw Damaged(path, i + 2)).ToArray();
        steps.Clear();
        steps.AddRange(read);
    }

    private static TrainingStep? Parse(string line)
    {
        var cells = line.Split(',').Select(cell => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : (double?)null).ToArray();
        if (cells.Length != Columns.Length || cells.Contains(null)) return null;
        var v = cells.Select(cell => cell!.Value).ToArray();
        return new TrainingStep((long)v[0], v[2], v[3], v[4], v[5]) { ImagesSeen = (long)v[1], RealLogit = v[6], FakeLogit = v[7], Penalty = v[8] };
    }

    private static InvalidDataException Damaged(string path, int line) =>
        new($"{Path.GetFileName(path)}, line {line}: not a line of a training's history. Take another checkpoint.");
}
