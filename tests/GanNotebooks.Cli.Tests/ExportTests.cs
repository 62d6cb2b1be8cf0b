namespace GanNotebooks.Cli.Tests;

public sealed class ExportTests : IDisposable
{
    private readonly TinyTraining tiny = new();

    public void Dispose() => tiny.Dispose();

    private Task<int> ExportAsync(string checkpoint, string output) =>
        Guard.RunAsync(tiny.Project.Console, () => Task.FromResult(new ExportCommand(tiny.Project.Console) { Checkpoint = checkpoint, Output = output }.Run()));

    [Fact]
    public async Task Trained_generators_are_written_as_ONNX_files()
    {
        await tiny.TrainAsync(tiny.Request("cgan", 2));
        await tiny.TrainAsync(tiny.Request("vanilla", 1, "plain"));
        await tiny.TrainAsync(tiny.Request("progan", 12, "growing"));
        Assert.Equal(Guard.Success, await ExportAsync(tiny.At("run"), tiny.At("new/digits.onnx")));
        Assert.Contains("latents (N, 4) and labels (N) from 0 to 2 give images (N, 1, 8, 8)", tiny.Project.Said, StringComparison.Ordinal);
        Assert.Equal(Guard.Success, await ExportAsync(tiny.At("plain"), tiny.At("new/plain.onnx")));
        Assert.Contains("latents (N, 4) give images (N, 1, 8, 8)", tiny.Project.Said, StringComparison.Ordinal);
        Assert.Equal(Guard.Success, await ExportAsync(tiny.At("growing"), tiny.At("new/growing.ONNX")));
        Assert.Equal(["digits.onnx", "growing.ONNX", "plain.onnx"], Directory.GetFileSystemEntries(tiny.At("new")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Mistakes_are_named_and_nothing_is_written()
    {
        await tiny.TrainAsync(tiny.Request("vanilla", 1));
        async Task Refused(string checkpoint, string output, string words)
        {
            Assert.Equal(Guard.Failure, await ExportAsync(checkpoint, output));
            Assert.Contains(words, tiny.Project.Said, StringComparison.Ordinal);
        }
        await Refused(tiny.At("run"), tiny.At("out/a.pb"), "a.pb: expected the name of a file that ends in .onnx");
        await Refused(tiny.At("nothing"), tiny.At("out/a.onnx"), "nothing: there is no checkpoint here");
        await Refused(tiny.Data, tiny.At("out/a.onnx"), "there is no checkpoint here");
        await Refused(tiny.At("run"), Path.Combine(tiny.Data, "train-labels-idx1-ubyte", "a.onnx"), "train-labels-idx1-ubyte");
        Directory.CreateDirectory(tiny.At("folder.onnx"));
        await Refused(tiny.At("run"), tiny.At("folder.onnx"), "folder.onnx: expected the name of a file");
        Assert.False(Directory.Exists(tiny.At("out")));
    }
}
