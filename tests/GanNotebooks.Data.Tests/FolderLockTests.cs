
namespace GanNotebooks.Data.Tests;

public sealed class FolderLockTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void A_folder_is_for_one_at_a_time_and_the_other_learns_who_has_it()
    {
        var folder = scratch.File("new/folder");
        using (FolderLock.Take(folder))
        {
            var error = Assert.Throws<FolderInUseException>(() => FolderLock.Take(folder));
            Assert.Contains($"{folder} is being written to by another program (process {Environment.ProcessId}, since ", error.Message, StringComparison.Ordinal);
            Assert.All(Directory.GetFiles(folder), file => Assert.True(FolderLock.IsOwn(file)));
            Assert.Throws<FolderInUseException>(() => FolderLock.Take(folder));      // a refusal takes nothing away
        }
        Assert.Empty(Directory.GetFileSystemEntries(folder));
        FolderLock.Take(folder).Dispose();
    }

    [Fact]
    public void Given_free_twice_it_leaves_the_next_holder_alone()
    {
        var first = FolderLock.Take(scratch.Root);
        first.Dispose();
        using var second = FolderLock.Take(scratch.Root);
        first.Dispose();
        Assert.Throws<FolderInUseException>(() => FolderLock.Take(scratch.Root));
        Assert.True(File.Exists(scratch.File(".lock-holder")));
    }

    [Fact]
    public void What_a_killed_program_left_holds_nobody_up()
    {
        scratch.Put(".lock");
        scratch.Put(".lock-holder", "process 1, since long ago"u8.ToArray());
        using var taken = FolderLock.Take(scratch.Root);
        Assert.Contains($"process {Environment.ProcessId},", File.ReadAllText(scratch.File(".lock-holder")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_at_once_one_has_it()
    {
        var (inside, most, turns) = (0, 0, 0);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 200; i++)
            {
                try
                {
                    using var taken = FolderLock.Take(scratch.Root);
                    most = Math.Max(most, Interlocked.Increment(ref inside));
                    Interlocked.Increment(ref turns);
                    Interlocked.Decrement(ref inside);
                }
                catch (FolderInUseException)
                {
                    Thread.Yield();
                }
            }
        })));
        Assert.Equal(1, most);
        Assert.True(turns > 0);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_to_is_another_error()
    {
        scratch.Put("file", 1);
        Assert.IsNotType<FolderInUseException>(Assert.ThrowsAny<IOException>(() => FolderLock.Take(scratch.File("file"))));
    }
}
