namespace GanNotebooks.Site.Tests;

/// <summary>What becomes of the folder that a site is written to.</summary>
public sealed class SiteFolderTests : IDisposable
{
    private readonly ScratchCourse course = new();

    public void Dispose() => course.Dispose();

    [Fact]
    public void An_earlier_site_is_replaced_and_an_empty_folder_is_taken()
    {
        Directory.CreateDirectory(course.Site);
        course.Make();
        File.WriteAllText(Path.Combine(course.Site, "02-gone.html"), "a lesson that there was");
        course.Make();
        Assert.False(File.Exists(Path.Combine(course.Site, "02-gone.html")));
        Assert.Equal([course.Site], Directory.GetFileSystemEntries(Path.Combine(course.Root, "out")));
    }

    [Fact]
    public void A_folder_with_other_files_and_a_file_are_refused_and_stay()
    {
        course.Write("out/site/thesis.txt", "years of work");
        Assert.Contains("holds other files", Assert.Throws<IOException>(() => course.Make()).Message, StringComparison.Ordinal);
        Assert.Equal("years of work", course.Page("thesis.txt"));
        Directory.Delete(course.Site, recursive: true);
        course.Write("out/site", "a file");
        Assert.Contains("is a file", Assert.Throws<IOException>(() => course.Make()).Message, StringComparison.Ordinal);
        Assert.Equal([course.Site], Directory.GetFileSystemEntries(Path.Combine(course.Root, "out")));
    }

    [Fact]
    public void A_failure_leaves_the_earlier_site_as_it_was()
    {
        course.Make();
        var before = course.Page("index.html");
        course.Write("README.md", "# Course\n\n[x](gone.md)");
        Assert.Throws<InvalidDataException>(() => course.Make());
        Assert.Equal(before, course.Page("index.html"));
        Assert.Equal([course.Site], Directory.GetFileSystemEntries(Path.Combine(course.Root, "out")));
    }
}
