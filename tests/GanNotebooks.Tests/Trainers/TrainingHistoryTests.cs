using GanNotebooks.Data.Tests;
using GanNotebooks.Trainers;

namespace GanNotebooks.Tests.Trainers;

public sealed class TrainingHistoryTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_table_reads_back_to_the_last_bit()
    {
        var history = new TrainingHistory();
        history.Add(new TrainingStep(1, 1.0 / 3, -2e-30, 0.1, float.Epsilon) { ImagesSeen = 64, RealLogit = Math.PI, FakeLogit = -1, Penalty = 0.5 });
        history.Add(new TrainingStep(2, 1, 2, 0.3, 0.4) { ImagesSeen = 128 });
        history.SaveCsv(folder.File("history.csv"));
        var read = new TrainingHistory();
        read.LoadCsv(folder.File("history.csv"));
        Assert.Equal(history.Steps, read.Steps);
        Assert.StartsWith("step,images_seen,discriminator_loss,", File.ReadAllText(folder.File("history.csv")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,64,x,0,0,0,0,0,0", 2)]
    [InlineData("2,64,0,0,0,0,0,0,0", 2)]
    [InlineData("1,64,0,0", 2)]
    public void A_damaged_line_is_named(string line, int number)
    {
        var path = folder.File("history.csv");
        new TrainingHistory().SaveCsv(path);
        File.AppendAllText(path, line + "\n");
        Assert.Contains($"history.csv, line {number}", Assert.Throws<InvalidDataException>(() => new TrainingHistory().LoadCsv(path)).Message, StringComparison.Ordinal);
    }
}
