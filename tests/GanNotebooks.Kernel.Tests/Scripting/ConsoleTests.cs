namespace GanNotebooks.Kernel.Tests.Scripting;

public class ConsoleTests : SessionTest
{
    [Fact]
    public async Task What_a_cell_starts_writes_to_that_cell_also_while_another_runs_and_after_all()
    {
        var (_, first) = await Run("""
            var gate = new System.Threading.ManualResetEventSlim();
            var work = Task.Run(() => { gate.Wait(); Console.Write("late"); "shown".Display(); });
            var thread = new System.Threading.Thread(() => { gate.Wait(); Console.Error.Write("thread"); });
            thread.Start();
            """);
        var (_, second) = await Run("gate.Set(); await work; thread.Join(); Console.Write(\"mine\");");
        Assert.Equal(("late", "thread"), (first.Out, first.ErrorText));
        Assert.Single(first.Displays);
        Assert.Equal("mine", second.Out);

        var (_, third) = await Run("var soon = Task.Run(async () => { await Task.Delay(50); Console.Write(\"after\"); });");
        for (var waited = 0; third.Out.Length == 0 && waited < 500; waited++)
        {
            await Task.Delay(10);
        }
        Assert.Equal("after", third.Out);
    }

    [Fact]
    public async Task Parallel_work_loses_nothing()
    {
        var (_, sink) = await Run("Parallel.For(0, 2000, n => Console.WriteLine(n));");
        Assert.Equal(Enumerable.Range(0, 2000), sink.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).Order());
    }

    [Fact]
    public async Task A_query_that_writes_as_it_goes_is_read_once_and_writes_to_its_cell()
    {
        var (_, sink) = await Run("Enumerable.Range(1, 3).Select(n => { Console.Write(n); return new { N = n }; })");
        Assert.Equal("123", sink.Out);
        Assert.Contains("<td>3</td>", sink.Result!["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outputs_can_be_cleared()
    {
        var (result, sink) = await Run("Console.Write(1); ClearOutput(); KernelInvocationContext.Current.ClearOutput(wait: true);");
        Assert.True(result.Succeeded, result.Error?.ToString());
        Assert.Equal([false, true], sink.Clears);
    }
}
