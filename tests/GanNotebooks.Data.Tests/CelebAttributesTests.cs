
namespace GanNotebooks.Data.Tests;

/// <summary>CelebA's list of attributes in the forms in which it goes about.</summary>
public sealed class CelebAttributesTests : IDisposable
{
    private const string Official = "2\nMale Smiling\n000001.jpg  1 -1\n000002.jpg -1  1\n";
    private readonly ScratchFolder scratch = new();
    private readonly string folder;

    public CelebAttributesTests() => folder = Directory.CreateDirectory(scratch.File("celeba")).FullName;

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("list_attr_celeba.txt", Official, "png")]
    [InlineData("list_attr_celeba.txt", Official, "jpg")]
    [InlineData("list_attr_celeba.txt", "image_id Male Smiling\r\n000001.png 1 -1\r\n000002.png -1 1\r\n", "jpeg")]
    [InlineData("list_attr_celeba.csv", "image_id,Male,Smiling\n000001.jpg,1,-1\n000002.jpg,-1,1\n", "jpg")]
    [InlineData("list_attr_celeba.csv", "\uFEFFimage_id;Male;Smiling\r\n\"000001.jpg\";1;0\r\n\"000002.jpg\";0;1\r\n\r\n", "png")]
    [InlineData("list_attr_celeba.csv", ",image_id,Male,Smiling\n0,000001.jpg,1.0,-1.0\n1,000002.jpg,-1.0,1.0\n", "png")]
    [InlineData("List_Attr_CelebA.CSV", "file,Male,Smiling\nimg_align_celeba/000001,1,-1\nimg_align_celeba/000002,-1,1\n", "png")]
    [InlineData("Anno/list_attr_celeba.txt", Official, "png")]
    [InlineData("../list_attr_celeba.txt", Official, "png")]
    public void Attributes_are_read(string list, string content, string ending)
    {
        PutPictures(ending);
        Put(list, content);
        using var set = Open();
        Assert.Equal(["Male", "Smiling"], set.Attributes!.Columns.Select(column => column.Name));
        Assert.Equal(new byte[] { 1, 0 }, set.Attributes.Of("Male"));
        Assert.Equal(new byte[] { 0, 1 }, set.Attributes.Of("Smiling"));
        Assert.Null(set.Warning);
    }

    [Fact]
    public void Pictures_that_the_list_does_not_name_are_counted()
    {
        PutPictures("png");
        Put("list_attr_celeba.txt", "1\nMale Smiling\n000002.jpg -1 1\n");
        using (var some = Open())
        {
            Assert.Equal("list_attr_celeba.txt does not name 1 of 2 pictures: all their attributes are taken for absent.", some.Warning);
            Assert.Equal(new byte[] { 0, 1 }, some.Attributes!.Of("Smiling"));
        }
        Put("list_attr_celeba.txt", "1\nMale Smiling\n999.jpg -1 1\n");
        using var none = Open();
        Assert.Null(none.Attributes);
        Assert.Contains("list_attr_celeba.txt names none of the pictures", none.Warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("image_id,Male\n000001.jpg,2\n", "line 2")]
    [InlineData("image_id,Male\n000001.jpg,1,1\n000002.jpg,1\n", "line 3")]
    [InlineData("image_id,Male\n", "no attributes")]
    [InlineData("", "no attributes")]
    public void A_damaged_list_is_refused(string content, string says)
    {
        PutPictures("png");
        Put("list_attr_celeba.csv", content);
        Assert.Contains(says, Assert.Throws<InvalidDataException>(Open).Message, StringComparison.Ordinal);
    }

    private ImageDataset Open() => ImageDatasets.Open(folder, scratch.Root, new ImageOptions());

    private void PutPictures(string ending)
    {
        foreach (var name in new[] { "000001", "000002" }) Put($"img_align_celeba/{name}.{ending}", Fixture.Read(ending == "png" ? "rgb.png" : "baseline.jpg"));
    }

    private void Put(string name, string content) => Put(name, System.Text.Encoding.UTF8.GetBytes(content));

    private void Put(string name, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, name))!);
        File.WriteAllBytes(Path.Combine(folder, name), content);
    }
}
