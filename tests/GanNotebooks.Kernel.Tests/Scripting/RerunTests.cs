using System.Runtime.CompilerServices;
using GanNotebooks.Kernel.Scripting;

namespace GanNotebooks.Kernel.Tests.Scripting;

public class RerunTests : SessionTest
{
    private int number;

    [Fact]
    public async Task A_rerun_lets_go_of_what_the_last_run_declared()
    {
        var first = await DeclareBig("cell-a");
        await DeclareBig("cell-a");
        await DeclareBig("cell-a");
        Collect();
        Assert.False(first.IsAlive);
    }

    [Fact]
    public async Task Another_cell_and_a_front_end_without_ids_let_nothing_go()
    {
        var other = await DeclareBig("cell-a");
        var nameless = await DeclareBig(null);
        await DeclareBig("cell-b");
        await DeclareBig(null);
        Collect();
        Assert.True(other.IsAlive);
        Assert.True(nameless.IsAlive);
    }

    [Fact]
    public async Task Functions_of_other_cells_see_the_new_values()
    {
        await RunAs("a", "string text = \"one\"; int n = 1;");
        await RunAs("b", "string Both() => text + n;");
        await RunAs("a", "string text = \"two\"; int n = 2; var more = 0;");
        Assert.Equal("two2", (await RunAs("c", "Both()")).Value);
        await RunAs("a", "double text = 2.5; throw new Exception();");        // another type: the old variable stays empty
        Assert.Equal("2", (await RunAs("c", "Both()")).Value);
        Assert.Equal(2.5, (await RunAs("c", "text")).Value);
        Assert.Equal(0, (await RunAs("c", "more")).Value);                     // not declared again: still there
    }

    private Task<CellResult> RunAs(string? cell, string code) =>
        Session.RunAsync(code, ++number, new RecordingSink(), default, new CellRun { CellId = cell });

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<WeakReference> DeclareBig(string? cell)
    {
        await RunAs(cell, "var big = new byte[1_000_000];");
        return new WeakReference((await RunAs("look", "big")).Value);
    }

    private static void Collect()
    {
        for (var at = 0; at < 3; at++)
        {
            GC.Collect(2, GCCollectionMode.Forced, blocking: true);
            GC.WaitForPendingFinalizers();
        }
    }
}
