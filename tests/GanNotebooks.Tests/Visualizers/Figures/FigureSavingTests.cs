namespace GanNotebooks.Visualizers;

public sealed class FigureSavingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("figure").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_name_decides_the_form_and_nothing_else_is_left()
    {
        var (svg, json) = (Path.Combine(folder, "plots", "loss.svg"), Path.Combine(folder, "plots", "loss.json"));

        Gallery.Samples.Save(svg);
        Gallery.Loss.Save(svg);
        Gallery.Loss.Save(json);

        Assert.Equal(Gallery.Loss.ToSvg(), File.ReadAllText(svg));
        Assert.Equal(Gallery.Loss.ToPlotlyJson(), File.ReadAllText(json));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(folder, "plots")).Length);
    }

    [Fact]
    public void Another_ending_is_explained_and_writes_nothing()
    {
        var error = Assert.Throws<ArgumentException>(() => Gallery.Loss.Save(Path.Combine(folder, "loss.png")));

        Assert.StartsWith("A figure is saved as .svg or .json, not \".png\"", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public void A_failed_save_leaves_no_part_behind()
    {
        Directory.CreateDirectory(Path.Combine(folder, "taken.svg"));

        Assert.ThrowsAny<SystemException>(() => Gallery.Loss.Save(Path.Combine(folder, "taken.svg")));
        Assert.Empty(Directory.GetFiles(folder));
    }
}
