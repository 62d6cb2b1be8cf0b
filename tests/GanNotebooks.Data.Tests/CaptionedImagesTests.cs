using TorchSharp;

namespace GanNotebooks.Data.Tests;

public class CaptionedImagesTests
{
    private static readonly string[] Captions = ["a red star", "a blue ring", "red star", "A  RED star"];

    private static ImageDataset Numbered(int count) => new("numbers", [.. Enumerable.Range(0, count).Select(i => (byte)i)], [count, 1, 1, 1]);

    [Fact]
    public void Words_are_numbered_from_one_in_the_order_of_the_alphabet()
    {
        var vocabulary = new Vocabulary(Captions);
        Assert.Equal(["a", "blue", "red", "ring", "star"], vocabulary.Words);
        Assert.Equal(6, vocabulary.Count);
        using var numbers = vocabulary.Encode(Captions);
        Assert.Equal(torch.int64, numbers.dtype);
        Assert.Equal([4, 3], numbers.shape);
        Assert.Equal([1, 3, 5, 1, 2, 4, 3, 5, 0, 1, 3, 5], numbers.data<long>().ToArray());
        Assert.Equal(["a red star", "a blue ring", "red star", "a red star"], Enumerable.Range(0, 4).Select(i => vocabulary.Decode(numbers[i])));
        using var wide = vocabulary.Encode(["blue"], length: 4);
        Assert.Equal([2, 0, 0, 0], wide.data<long>().ToArray());
    }

    [Fact]
    public void What_cannot_be_read_is_named()
    {
        var vocabulary = new Vocabulary(Captions);
        string Message(Func<object> mistake) => Assert.Throws<ArgumentException>(mistake).Message;
        Assert.Contains("\"crimson\" in \"a crimson star\" is not a word of these captions. They have: a, blue, red, ring, star.", Message(() => vocabulary.Encode(["a crimson star"])), StringComparison.Ordinal);
        Assert.Contains("\"a red star\" has 3 words; expected 1 to 2", Message(() => vocabulary.Encode(["a red star"], length: 2)), StringComparison.Ordinal);
        Assert.Contains("\" \" has 0 words", Message(() => vocabulary.Encode(["red", " "])), StringComparison.Ordinal);
        Assert.Contains("no words", Message(() => new Vocabulary([" "])), StringComparison.Ordinal);
        Assert.Contains("3 images and 4 captions", Message(() => new CaptionedImages(Numbered(3), Captions)), StringComparison.Ordinal);
        Assert.Contains("red", Message(() => new CaptionedImages(Numbered(4), Captions, new Vocabulary(["a blue ring"]))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_has_images_and_beside_each_its_own_caption()
    {
        using var images = Numbered(4);
        var captioned = new CaptionedImages(images, Captions);
        var numbers = captioned.Vocabulary.Encode(Captions);
        for (var i = 0; i < 3; i++)
        {
            var (samples, labels) = captioned.NextLabelledBatch(4);
            var which = ((samples.flatten() + 1) * 127.5).round().to(torch.int64);
            Assert.Equal([4, 1, 1, 1], samples.shape);
            Assert.True(labels!.equal(numbers.index_select(0, which)).all().item<bool>());
        }
        var some = captioned.Subset(torch.tensor(new[] { 1L })).NextLabelledBatch(5);
        Assert.Equal((1, true), ((int)((some.Samples.max().item<float>() + 1) * 127.5 + 0.5), some.Labels!.equal(numbers[1]).all().item<bool>()));
        Assert.Equal("numbers with captions: 4 images, 5 words", captioned.ToString());
    }

    [Fact]
    public void The_order_is_remembered_and_other_words_are_other_data()
    {
        torch.manual_seed(1);
        using var images = Numbered(4);
        var captioned = new CaptionedImages(images, Captions);
        captioned.NextBatch(1).Dispose();
        var position = captioned.Position().ToDictionary(entry => entry.Key, entry => entry.Value.clone());
        var next = captioned.NextLabelledBatch(2);
        captioned.Restore(position);
        Assert.True(next.Samples.equal(captioned.NextLabelledBatch(2).Samples).all().item<bool>());
        Assert.Equal(captioned.Fingerprint, new CaptionedImages(images, Captions).Fingerprint);
        Assert.NotEqual(captioned.Fingerprint, new CaptionedImages(images, [.. Captions.Select(caption => $"{caption}s")]).Fingerprint);
        Assert.NotEqual(captioned.Fingerprint, new CaptionedImages(images, [.. Captions.Reverse()]).Fingerprint);
    }
}
