
namespace GanNotebooks.Data.Tests;

public class LabelledImagesTests
{
    [Fact]
    public void Sizes_must_agree_with_the_bytes()
    {
        var pixels = Assert.Throws<ArgumentException>(() => new LabelledImages(new byte[11], null, 3, 1, 2, 2));
        Assert.Contains("3 images of 1×2×2 are 12 bytes, but 11 were given", pixels.Message, StringComparison.Ordinal);
        var labels = Assert.Throws<ArgumentException>(() => new LabelledImages(new byte[12], new byte[2], 3, 1, 2, 2));
        Assert.Contains("3 images need 3 labels, but 2 were given", labels.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new LabelledImages([], null, 0, 1, 0, 2));
        Assert.Throws<ArgumentException>(() => new LabelledImages([], null, int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue));
    }

    [Fact]
    public void An_index_beyond_the_images_is_refused()
    {
        var images = new LabelledImages([1, 2, 3, 4], null, 2, 1, 1, 2);
        Assert.Equal([3, 4], images[1].ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => images[2].Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => images[-1].Length);
    }
}
