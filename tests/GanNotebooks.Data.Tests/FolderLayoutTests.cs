using GanNotebooks.Data.Folders;

namespace GanNotebooks.Data.Tests;

/// <summary>Which folders are classes, by what lies in them.</summary>
public class FolderLayoutTests
{
    [Fact]
    public void Numbered_classes_come_in_the_order_of_their_numbers()
    {
        var layout = Of([.. Enumerable.Range(0, 12).SelectMany(i => new[] { $"{i}/0.png", $"{i}/1.png" })]);
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"], layout.Classes!);
        Assert.Equal(10, layout.Pictures.First(picture => picture.Name == "10/1.png").Class);
        Assert.Empty(layout.Notes);
    }

    [Theory]
    [InlineData(new[] { "10", "9", "1" }, new[] { "1", "9", "10" })]
    [InlineData(new[] { "class10", "class9", "Class1" }, new[] { "Class1", "class9", "class10" })]
    [InlineData(new[] { "a10b2", "a10b10", "a2b3" }, new[] { "a2b3", "a10b2", "a10b10" })]
    [InlineData(new[] { "01", "1", "001" }, new[] { "001", "01", "1" })]
    [InlineData(new[] { "99999999999999999999", "100000000000000000000", "" }, new[] { "", "99999999999999999999", "100000000000000000000" })]
    public void Names_are_ordered_as_people_do(string[] names, string[] ordered) => Assert.Equal(ordered, names.Order(NaturalOrder.Instance));

    [Theory]
    [InlineData("PetImages/Cat/0.png", "PetImages/Dog/0.png", "top/PetImages")]
    [InlineData("a/b/Cat/0.png", "a/b/Dog/0.png", "top/a/b")]
    public void Folders_around_the_classes_are_entered(string cat, string dog, string named)
    {
        var layout = Of(cat, dog);
        Assert.Equal(["Cat", "Dog"], layout.Classes!);
        Assert.Contains(named, Assert.Single(layout.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void What_lies_beside_the_folder_of_the_classes_is_named()
    {
        var layout = Of("PetImages/Cat/0.png", "PetImages/Dog/0.png", "cover.png");
        Assert.Equal(["Cat", "Dog"], layout.Classes!);
        Assert.Equal("cover.png", Assert.Single(layout.Problems).File);
        Assert.Equal(2, layout.Pictures.Count);
    }

    [Fact]
    public void One_folder_of_pictures_is_no_class()
    {
        Assert.Null(Of("img_align_celeba/img_align_celeba/1.png", "img_align_celeba/img_align_celeba/2.png").Classes);
        var layout = Of("cats/1.png", "2.png");
        Assert.Null(layout.Classes);
        Assert.Equal(2, layout.Pictures.Count);
    }

    [Theory]
    [InlineData("train", "test")]
    [InlineData("Training", "Testing")]
    [InlineData("seg_train", "seg_test")]
    [InlineData("train", "valid")]
    [InlineData("train_set", "val_set")]
    [InlineData("train", "test1")]
    public void Of_the_parts_of_a_set_the_training_part_is_used(string train, string other)
    {
        var layout = Of($"{train}/Cat/0.png", $"{train}/Dog/0.png", $"{other}/Cat/1.png", $"{other}/Dog/1.png", $"{other}/Dog/2.png");
        Assert.Equal(["Cat", "Dog"], layout.Classes!);
        Assert.Equal([$"{train}/Cat/0.png", $"{train}/Dog/0.png"], layout.Pictures.Select(picture => picture.Name));
        Assert.Contains($"{train} is used; {other} (3 pictures) is not", string.Join(" ", layout.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_may_lie_within_the_classes_around_them_or_hold_no_classes()
    {
        var within = Of("Cat/train/0.png", "Cat/test/1.png", "Dog/train/0.png", "Dog/test/1.png");
        Assert.Equal(["Cat", "Dog"], within.Classes!);
        Assert.Equal(["Cat/train/0.png", "Dog/train/0.png"], within.Pictures.Select(picture => picture.Name));
        Assert.Contains("test (2 pictures) is not", Assert.Single(within.Notes), StringComparison.Ordinal);
        Assert.Equal(["Cat", "Dog"], Of("set/train/x/Cat/0.png", "set/train/x/Dog/0.png", "set/test/1.png", "set/unlabelled/2.png").Classes!);
        Assert.Null(Of("train/0.png", "test/1.png").Classes);
    }

    [Fact]
    public void A_vehicle_may_be_a_train() => Assert.Equal(["bus", "train"], Of("bus/0.png", "train/0.png").Classes!);

    [Theory]
    [InlineData("00000/img00000.png", "00001/img00001.png")]
    [InlineData("00000/00000.png", "00000/00999.png", "01000/01000.png", "01000/01500.png")]
    [InlineData("0/0.png", "0/999.png", "1000/1000.png")]
    [InlineData("images_001/images/00000001_000.png", "images_002/images/00001336_000.png")]
    [InlineData("shard-0/a.png", "shard-1/b.png")]
    [InlineData("0a/0a3f.png", "f0/f07e.png")]
    public void Storage_folders_are_no_classes(params string[] names)
    {
        var layout = Of(names);
        Assert.Null(layout.Classes);
        Assert.Equal(names.Length, layout.Pictures.Count);
        Assert.Contains("storage", Assert.Single(layout.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Classes_may_lie_in_storage_folders() => Assert.Equal(["Cat", "Dog"], Of("00000/Cat/0.png", "00000/Dog/1.png", "00001/Cat/2.png", "00001/Dog/3.png").Classes!);

    [Theory]
    [InlineData("00000/00000_00000.png", "00001/00000_00000.png")]
    [InlineData("0/0.png", "1/1.png")]
    [InlineData("000/1.png", "000/7.png", "001/3.png")]
    [InlineData("bad/bad1.png", "dad/dad1.png")]
    [InlineData("image1/0.png", "image2/0.png")]
    public void Folders_with_the_same_names_or_mixed_numbers_are_classes(params string[] names) => Assert.Equal(2, Of(names).Classes!.Count);

    [Fact]
    public void Numbered_folders_that_might_be_storage_are_named() =>
        Assert.Contains("taken for classes", Assert.Single(Of("00000/0.png", "00001/0.png").Notes), StringComparison.Ordinal);

    [Fact]
    public void Too_many_classes_are_none()
    {
        var layout = Of([.. Enumerable.Range(0, 257).Select(i => $"c{i}/0.png")]);
        Assert.Null(layout.Classes);
        Assert.Equal("257 sub-folders are more than 256 classes", Assert.Single(layout.Problems).Reason);
    }

    private static FolderLayout Of(params string[] names) => FolderLayout.Of("top", names.Select(name => new ListedPicture(name, 1, 1, 0)), 256);
}
