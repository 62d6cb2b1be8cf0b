using TorchSharp;

namespace GanNotebooks.Cli.Tests;

/// <summary>More memory than there is: one sentence, and what to lower.</summary>
public sealed class ShortageTests : IDisposable
{
    private readonly TestProject project = new();

    public void Dispose() => project.Dispose();

    [Fact]
    public async Task Libtorchs_refusals_become_a_sentence()
    {
        await Refused(() => torch.empty(1L << 60));
        await Refused(() => torch.empty(long.MaxValue, long.MaxValue));
        await Refused(() => throw new AggregateException(new InvalidOperationException("?", new InvalidOperationException("DefaultCPUAllocator: can't allocate memory"))));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Guard.RunAsync(project.Console, () => throw new InvalidOperationException("something else")));
    }

    [Fact]
    public async Task A_lessons_cell_that_asks_for_too_much_is_told_so()
    {
        project.Lesson("01-large", "System.GC.KeepAlive(System.Linq.Enumerable.Repeat(1, 2)); throw new System.OutOfMemoryException();");
        Assert.Equal(Guard.Failure, await project.RunAsync(["01"]));
        Assert.Contains("01-large: There is not enough memory for this. Lower the sizes in that cell", project.Said, StringComparison.Ordinal);
    }

    private async Task Refused(Action work)
    {
        var before = project.Said.Length;
        Assert.Equal(Guard.Failure, await Guard.RunAsync(project.Console, () =>
        {
            work();
            return Task.FromResult(0);
        }, lower: "--batch"));
        Assert.Equal("error: There is not enough memory for this. Lower --batch.", project.Said[before..].Trim());
    }
}
