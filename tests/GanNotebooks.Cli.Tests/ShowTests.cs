using System.Xml.Linq;
using GanNotebooks.Applications;

namespace GanNotebooks.Cli.Tests;

public sealed class ShowTests : IDisposable
{
    private readonly TinyTraining tiny = new();

    public void Dispose() => tiny.Dispose();

    private string Said => tiny.Project.Said;

    public static TheoryData<string> Models => [.. GanModel.All.Select(model => model.Name)];

    [Theory, MemberData(nameof(Models))]
    public async Task Every_model_has_its_tables_and_its_picture(string model)
    {
        Assert.Equal(Guard.Success, await tiny.ShowAsync(model, size: 32, svg: tiny.At("nets.svg")));
        foreach (var words in new[] { GanModel.Named(model).Paper, "Parameters", "Multiply-adds", "1×32×32", "Generator", "│ all" }) Assert.Contains(words, Said, StringComparison.Ordinal);
        Assert.Equal("svg", XDocument.Load(tiny.At("nets.svg")).Root!.Name.LocalName);
    }

    [Fact]
    public async Task Data_give_size_channels_and_classes()
    {
        Assert.Equal(Guard.Success, await tiny.ShowAsync("cgan", tiny.Data));
        Assert.Contains("images of 1×8×8, 3 classes", Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checkpoint_shows_what_was_trained()
    {
        await tiny.TrainAsync(tiny.Request("progan", 1));
        await tiny.ShowAsync(tiny.At("run"));
        Assert.Contains("Leave --data, --size, --maps and --latent out", Said, StringComparison.Ordinal);
        var show = new ShowCommand(tiny.Project.Console, tiny.Project.Folders) { Model = tiny.At("run") };
        Assert.Equal(Guard.Success, show.Run());
        Assert.Contains("1×4×4", Said, StringComparison.Ordinal);
        Assert.Contains("not used", Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_neither_model_nor_checkpoint_is_named()
    {
        Assert.Equal(Guard.Failure, await tiny.ShowAsync("stylegan"));
        Assert.Contains("there are vanilla, dcgan", Said, StringComparison.Ordinal);
        Assert.Equal(Guard.Failure, await tiny.ShowAsync(tiny.At("nothing")));
        Assert.Contains("there is no checkpoint here", Said, StringComparison.Ordinal);
        Assert.Equal(Guard.Failure, await tiny.ShowAsync("dcgan", size: 30));
        Assert.Contains("dcgan cannot have images of 30×30", Said, StringComparison.Ordinal);
    }
}
