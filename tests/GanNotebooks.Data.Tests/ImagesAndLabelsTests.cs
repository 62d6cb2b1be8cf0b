
namespace GanNotebooks.Data.Tests;

public sealed class ImagesAndLabelsTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("train", "train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz")]
    [InlineData("train", "train-images-idx3-ubyte", "train-labels-idx1-ubyte.gz")]
    [InlineData("train", "train-images.idx3-ubyte", "train-labels.idx1-ubyte")]
    [InlineData("t10k", "t10k-images.idx3-ubyte.gz", "t10k-labels-idx1-ubyte")]
    public void Every_usual_name_is_found(string part, string images, string labels)
    {
        IdxFile.Write(folder.File(images), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 2, 2, 3);
        IdxFile.Write(folder.File(labels), [4, 9], 2);
        var read = IdxFile.ReadImagesAndLabels(folder.Root, part);
        Assert.Equal((2, 1, 2, 3), (read.Count, read.Channels, read.Height, read.Width));
        Assert.Equal([7, 8, 9, 10, 11, 12], read[1].ToArray());
        Assert.Equal([4, 9], read.Labels);
    }

    [Fact]
    public void Colour_images_have_four_dimensions_and_labels_may_lack()
    {
        IdxFile.Write(folder.File("train-images-idx4-ubyte"), new byte[2 * 3 * 4 * 5], 2, 3, 4, 5);
        var read = IdxFile.ReadImagesAndLabels(folder.Root);
        Assert.Equal((2, 3, 4, 5), (read.Count, read.Channels, read.Height, read.Width));
        Assert.Null(read.Labels);
    }

    [Fact]
    public void Drawn_digits_survive_files()
    {
        var drawn = HandwrittenDigits.Draw(30, seed: 5);
        IdxFile.Write(folder.File("train-images-idx3-ubyte.gz"), drawn.Pixels, 30, 28, 28);
        IdxFile.Write(folder.File("train-labels-idx1-ubyte.gz"), drawn.Labels!, 30);
        var read = IdxFile.ReadImagesAndLabels(folder.Root);
        Assert.Equal(drawn.Pixels, read.Pixels);
        Assert.Equal(drawn.Labels, read.Labels);
    }

    [Fact]
    public void Different_counts_name_both_files_and_counts()
    {
        IdxFile.Write(folder.File("train-images-idx3-ubyte"), new byte[12], 3, 2, 2);
        IdxFile.Write(folder.File("train-labels-idx1-ubyte"), new byte[5], 5);
        var message = Assert.Throws<InvalidDataException>(() => IdxFile.ReadImagesAndLabels(folder.Root)).Message;
        foreach (var words in new[] { "train-images-idx3-ubyte", "3 images", "train-labels-idx1-ubyte", "5 labels" })
            Assert.Contains(words, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_images_lists_the_names_looked_for()
    {
        var message = Assert.Throws<FileNotFoundException>(() => IdxFile.ReadImagesAndLabels(folder.Root, "test")).Message;
        foreach (var name in new[] { folder.Root, "test-images-idx3-ubyte", "test-images-idx3-ubyte.gz", "test-images.idx3-ubyte", "test-images-idx4-ubyte" })
            Assert.Contains(name, message, StringComparison.Ordinal);
        var absent = folder.File("absent");
        Assert.Contains(absent, Assert.Throws<DirectoryNotFoundException>(() => IdxFile.ReadImagesAndLabels(absent)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Images_of_another_rank_are_refused()
    {
        var path = folder.File("train-images-idx3-ubyte");
        IdxFile.Write(path, new byte[8], 8);
        Refused(path, "8.");
        IdxFile.Write(path, [], 3, 0, 28);
        Refused(path, "3×0×28");
    }

    [Fact]
    public void Labels_of_another_rank_are_refused()
    {
        IdxFile.Write(folder.File("train-images-idx3-ubyte"), new byte[8], 2, 2, 2);
        var path = folder.File("train-labels-idx1-ubyte");
        IdxFile.Write(path, [1, 2], 2, 1);
        Refused(path, "2×1.");
    }

    private void Refused(string path, string found)
    {
        var error = Assert.Throws<InvalidDataException>(() => IdxFile.ReadImagesAndLabels(folder.Root));
        Assert.StartsWith($"{path}: holds {found}", error.Message, StringComparison.Ordinal);
    }
}
