using GanNotebooks.Kernel.Tests.Scripting;

namespace GanNotebooks.Kernel.Tests.Display;

/// <summary>Threads that do not know their cell: theirs is the newest that runs anywhere in the process, so no other may run beside these tests.</summary>
[Collection(nameof(AloneInTheProcess))]
public class ForeignThreadTests : SessionTest
{
    [Fact]
    public async Task A_thread_without_execution_context_still_finds_the_cell()
    {
        var (_, sink) = await Run("var t = new System.Threading.Thread(() => { Console.Write(\"far\"); display(1); }); t.UnsafeStart(); t.Join();");
        Assert.Equal("far", sink.Out);
        Assert.Single(sink.Displays);
    }
}
