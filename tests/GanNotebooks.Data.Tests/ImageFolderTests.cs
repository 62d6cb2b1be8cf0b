using TorchSharp;

namespace GanNotebooks.Data.Tests;

public sealed class ImageFolderTests : IDisposable
{
    private readonly ScratchFolder scratch = new();
    private readonly string folder;

    public ImageFolderTests() => folder = Directory.CreateDirectory(scratch.File("pictures")).FullName;

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void An_empty_folder_says_what_was_expected()
    {
        var message = Assert.Throws<InvalidDataException>(() => Open()).Message;
        Assert.StartsWith($"{folder} holds no picture", message, StringComparison.Ordinal);
        Assert.Contains("PNG or JPEG", message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_image_is_a_set()
    {
        Put("only.png", Fixture.Read("rgb.png"));
        using var set = Open();
        Assert.Equal("pictures: 1 images of 3×16×16", set.ToString());
        Assert.Null(set.Labels);
        Assert.Null(set.Warning);
        Assert.Equal([4L, 3, 16, 16], set.NextBatch(4).shape);
    }

    [Fact]
    public void Sub_folders_are_classes_in_the_order_of_their_names()
    {
        Put("zebra/1.png", Fixture.Read("rgb.png"));
        Put("ape/b.JPG", Fixture.Read("baseline.jpg"));
        Put("ape/deep/er/a.jpeg", Fixture.Read("progressive.jpg"));
        Put("stray.png", Fixture.Read("rgb.png"));
        Put("notes.txt", "not a picture"u8.ToArray());
        using var set = Open();
        Assert.Equal(["ape", "zebra"], set.ClassNames);
        Assert.Equal([0L, 0, 1], set.Labels!.data<long>().ToArray());
        Assert.Equal("1 of 4 files are not used: stray.png (lies beside the class folders).", set.Warning);
    }

    [Fact]
    public void Grey_pictures_make_a_grey_set_and_one_in_colour_makes_it_colour()
    {
        Put("a.png", Fixture.Read("grey16.png"));
        Put("b.jpg", Fixture.Read("grey.jpg"));
        using (var grey = Open()) Assert.Equal([1L, 16, 16], grey.SampleShape);
        Put("c.png", Fixture.Read("palette.png"));
        using var colour = Open();
        Assert.Equal([3L, 16, 16], colour.SampleShape);
    }

    [Fact]
    public void What_cannot_be_used_is_named_in_one_warning_with_the_reason()
    {
        Put("good.png", Fixture.Read("rgb.png"));
        Put("text.png", "just words"u8.ToArray());
        Put("empty.jpg", []);
        Put("cut.jpg", Fixture.Read("baseline.jpg")[..400]);
        Put("cut.png", Fixture.Read("rgb.png")[..70]);
        Put("old.gif", "GIF89a"u8.ToArray());
        Put("really-a.jpg", Fixture.Read("palette.png"));        // the content decides
        using var set = Open();
        Assert.Equal(2, set.Count);
        foreach (var words in new[] { "5 of 7 files", "text.png (neither PNG nor JPEG)", "empty.jpg (empty)", "cut.jpg (damaged JPEG", "cut.png (damaged PNG", "old.gif (GIF is not read: convert it" })
            Assert.Contains(words, set.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_that_lead_back_or_nowhere_are_named_and_others_followed()
    {
        Put("a.png", Fixture.Read("rgb.png"));
        var elsewhere = Directory.CreateDirectory(scratch.File("elsewhere")).FullName;
        File.WriteAllBytes(Path.Combine(elsewhere, "b.png"), Fixture.Read("alpha.png"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "loop"), folder);
        Directory.CreateSymbolicLink(Path.Combine(folder, "more"), elsewhere);
        File.CreateSymbolicLink(Path.Combine(folder, "gone.png"), Path.Combine(folder, "nowhere.png"));
        File.CreateSymbolicLink(Path.Combine(folder, "me.png"), Path.Combine(folder, "me.png"));
        using var set = Open();
        Assert.Equal(2, set.Count);
        Assert.Contains("me.png (", set.Warning, StringComparison.Ordinal);
        Assert.Contains("loop (a link to a folder that has been read already)", set.Warning, StringComparison.Ordinal);
        Assert.Contains("gone.png (a link to nothing)", set.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_in_any_writing_are_read()
    {
        foreach (var name in new[] { "猫/ねこ.png", "ça va/été.jpg", "mit leer zeichen/ß ü.png", "emoji 😀/😀.png" }) Put(name, Fixture.Read(name.EndsWith('g') && name.Contains(".jp", StringComparison.Ordinal) ? "baseline.jpg" : "rgb.png"));
        using var set = Open();
        Assert.Equal(4, set.Count);
        Assert.Equal(4, set.ClassNames!.Count);
        Assert.Null(set.Warning);
    }

    [Fact]
    public void A_size_and_a_ground_can_be_asked_for()
    {
        Put("a.png", Fixture.Read("alpha.png"));
        using var set = Open(new ImageOptions { Size = 5, Ground = new Rgb(9, 8, 7) });
        Assert.Equal([3L, 5, 5], set.SampleShape);
        Assert.Equal(9, set.Images[0, 0, 4, 2].item<byte>());
        Assert.Throws<ArgumentException>(() => Open(new ImageOptions { Size = 0 }));
    }

    [Fact]
    public void A_changed_file_is_read_again_and_an_unchanged_folder_is_not()
    {
        Put("a.png", Fixture.Read("rgb.png"));
        using (Open()) { }
        var made = Directory.GetDirectories(scratch.File(".cache"));
        using (Open()) { }
        Assert.Equal(made, Directory.GetDirectories(scratch.File(".cache")));
        Put("a.png", Fixture.Read("grey.jpg"));
        using var changed = Open();
        Assert.Equal(1, changed.SampleShape[0]);
    }

    [Fact]
    public void A_set_beyond_the_memory_budget_is_read_from_its_file_with_the_same_batches()
    {
        for (var i = 0; i < 40; i++) Put($"{i:D2}.png", Fixture.Read(i % 3 == 0 ? "alpha.png" : "rgb.png"));
        using var inMemory = Open();
        using var streamed = Open(new ImageOptions { MemoryBudget = 1000 });
        Assert.False(inMemory.IsStreamed);
        Assert.True(streamed.IsStreamed);
        Assert.Equal(inMemory.SampleShape, streamed.SampleShape);
        for (var epoch = 0; epoch < 6; epoch++)
        {
            torch.manual_seed(epoch);
            var expected = inMemory.NextBatch(17);
            torch.manual_seed(epoch);
            Assert.Equal(expected.data<float>().ToArray(), streamed.NextBatch(17).data<float>().ToArray());
        }
        Assert.Contains("MemoryBudget", Assert.Throws<InvalidOperationException>(() => streamed.Images).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => streamed.Select(torch.tensor(new long[] { 40 })));
    }

    [Fact]
    public void What_was_assumed_and_what_is_left_out_come_in_one_warning()
    {
        Put("train/10/a.png", Fixture.Read("rgb.png"));
        Put("train/9/b.png", Fixture.Read("rgb.png"));
        Put("train/9/c.png", "no picture"u8.ToArray());
        Put("test/9/d.png", Fixture.Read("rgb.png"));
        using var set = Open();
        Assert.Equal(["9", "10"], set.ClassNames);
        Assert.Equal("Of the parts of the set, train is used; test (1 pictures) is not. 1 of 3 files are not used: train/9/c.png (neither PNG nor JPEG).", set.Warning);
        Assert.Equal([1L, 0], set.Labels!.data<long>().ToArray());       // pictures in the order of their names
    }

    [Fact]
    public void Celebs_have_attributes()
    {
        Put("img_align_celeba/000001.jpg", Fixture.Read("baseline.jpg"));
        Put("img_align_celeba/000002.jpg", Fixture.Read("progressive.jpg"));
        Put("list_attr_celeba.txt", "2\nSmiling Young \n000001.jpg -1  1\n000002.jpg  1 -1\n"u8.ToArray());
        using var set = Open();
        Assert.Null(set.Labels);
        Assert.Equal(["Smiling", "Young"], set.Attributes!.Columns.Select(column => column.Name));
        Assert.Equal(new byte[] { 0, 1 }, set.Attributes.Of("Smiling"));
        Assert.Equal("present", set.Attributes.Of(0, "Young"));
        Put("list_attr_celeba.txt", "2\nSmiling Young\n000001.jpg -1 2\n"u8.ToArray());
        Assert.Contains("line 3", Assert.Throws<InvalidDataException>(() => Open()).Message, StringComparison.Ordinal);
    }

    private ImageDataset Open(ImageOptions? options = null) => ImageDatasets.Open(folder, scratch.Root, options ?? new ImageOptions());

    private void Put(string name, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, name))!);
        File.WriteAllBytes(Path.Combine(folder, name), content);
    }
}
