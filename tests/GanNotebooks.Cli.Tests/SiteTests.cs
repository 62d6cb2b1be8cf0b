namespace GanNotebooks.Cli.Tests;

public sealed class SiteTests : IDisposable
{
    private readonly TestProject project = new();

    public void Dispose() => project.Dispose();

    [Fact]
    public async Task A_course_becomes_pages_and_a_link_to_nothing_fails()
    {
        var (readme, site) = (Path.Combine(project.Folders.Root, "README.md"), Path.Combine(project.Folders.Output, "site"));
        project.Lesson("00-start", "1 + 1");
        project.Lesson("cookbook", "2 + 2");
        await File.WriteAllTextAsync(readme, "# Course\n\n[start](notebooks/00-start.ipynb)");
        Task<int> WriteAsync(string folder, CancellationToken stop = default) => Guard.RunAsync(project.Console, () => Task.FromResult(SiteCommand.Write(project.Console, project.Folders, folder, stop)));
        Assert.Equal(Guard.Success, await WriteAsync(site));
        Assert.Contains("3 pages", project.Said, StringComparison.Ordinal);
        Assert.Contains("href=\"cookbook.html\"", await File.ReadAllTextAsync(Path.Combine(site, "00-start.html")), StringComparison.Ordinal);

        await File.WriteAllTextAsync(readme, "# Course\n\n[start](notebooks/01-gone.ipynb)");
        Assert.Equal(Guard.Failure, await WriteAsync(site));
        Assert.Contains("error: README.md: the link notebooks/01-gone.ipynb leads to no page", project.Said, StringComparison.Ordinal);
        Assert.Equal(Guard.Failure, await WriteAsync(project.Folders.Root));
        Assert.Contains("holds other files", project.Said, StringComparison.Ordinal);
        Assert.Equal(Guard.Stopped, await WriteAsync(site, new CancellationToken(canceled: true)));
        Assert.Equal([site], Directory.GetFileSystemEntries(project.Folders.Output));
    }
}
