namespace GanNotebooks.Site.Tests;

/// <summary>Links between the course's files, and what is said about those that lead to nothing.</summary>
public sealed class LinkTests : IDisposable
{
    private readonly ScratchCourse course = new();

    public void Dispose() => course.Dispose();

    [Fact]
    public void Links_lead_to_pages_and_linked_Markdown_files_become_pages()
    {
        Assert.Equal(4, course.Make().Pages);
        var page = course.Page("00-one.html");
        Assert.Contains("<a href=\"01-two.html\">next</a>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#below\">below</a>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"datasets.html\">data</a>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"00-one.html#below\">before</a>", course.Page("01-two.html"), StringComparison.Ordinal);
        Assert.Contains("<a href=\"index.html#start\">back</a>", course.Page("datasets.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[x](nowhere.ipynb)", "the link nowhere.ipynb leads to no page")]
    [InlineData("[x](00-one.ipynb#nowhere)", "the link #nowhere leads to no place in 00-one.html")]
    [InlineData("[x](#nowhere)", "the link #nowhere leads to no place in 01-two.html")]
    [InlineData("<a href=\"../LICENSE\">x</a>", "the link ../LICENSE leads to no page")]
    [InlineData("[x](../../outside.md)", "the link ../../outside.md leads to no page")]
    [InlineData("![x](lost.png)", "the link lost.png leads to no page")]
    [InlineData("<img src=\"https://example.org/a.png\">", "the picture https://example.org/a.png is not a file of the course")]
    public void A_link_to_nothing_is_named_with_its_notebook_and_cell_and_no_site_is_made(string text, string complaint)
    {
        course.Lesson("01-two", "# 01 · Two", text);
        var error = Assert.Throws<InvalidDataException>(() => course.Make());
        Assert.Contains($"notebooks/01-two.ipynb, cell 2 (text-1): {complaint}", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(course.Root, "out")));
    }

    [Fact]
    public void A_link_to_nothing_in_a_Markdown_file_is_named_too()
    {
        course.Write("datasets/README.md", "[x](gone.md)");
        Assert.Contains("datasets/README.md: the link gone.md leads to no page", Assert.Throws<InvalidDataException>(() => course.Make()).Message, StringComparison.Ordinal);
    }
}
