namespace GanNotebooks.Kernel.Tests.Scripting;

public class InterruptTests : SessionTest
{
    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (true) { try { while (true) { } } catch (Exception) { } }")]
    [InlineData("await Task.Delay(1); while (true) { }")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("async Task Later() => await Task.Delay(1); Later().Wait();")]   // waits for its own thread
    [InlineData("while (true) { try { System.Threading.Thread.Sleep(-1); } catch (Exception) { } }")]
    [InlineData("new System.Collections.Concurrent.BlockingCollection<int>().Take();")]
    [InlineData("lock (new object()) { while (true) { await_(); } } void await_() { }")]
    [InlineData("Parallel.For(0L, long.MaxValue, n => { });")]
    [InlineData("Parallel.For(0, 4, n => { while (true) { } });")]
    [InlineData("int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2); Fib(80)")]
    [InlineData("again: goto again;")]
    [InlineData("for (;;) \"abc\".Contains(\"b\");")]
    [InlineData("do { } while (true);")]
    [InlineData("class Loop { public void Run() { while (true) { try { Deep(); } finally { } } } void Deep() => \"\".ToString(); } new Loop().Run();")]
    [InlineData("foreach (var n in Endless()) { } IEnumerable<int> Endless() { while (true) yield return 1; }")]
    [InlineData("await Task.Run(() => { System.Threading.Thread.Sleep(-1); });")]
    [InlineData("while (true) { await Task.Yield(); }")]
    [InlineData("Enumerable.Range(0, int.MaxValue).Select(n => (long)n).Where(n => n < 0)")]                       // stopped while its value is shown
    public async Task Any_managed_loop_is_stopped_and_the_session_lives(string loop)
    {
        await Run("var kept = 41;");
        var (result, sink) = await RunAndStop("kept++; Console.Write(\"go\"); " + loop);
        Assert.True(result.WasInterrupted);
        Assert.Equal("Interrupted", Assert.Single(sink.Errors).Name);
        Assert.True(result.Elapsed < TimeSpan.FromSeconds(10), $"stopped after {result.Elapsed}");
        Assert.Equal(42, (await Run("kept")).Result.Value);
    }

    [Fact]
    public async Task A_cooperative_cell_ends_by_itself_and_keeps_its_value()
    {
        var (result, sink) = await RunAndStop(
            "var token = KernelInvocationContext.Current.CancellationToken; Console.Write(\"go\"); while (!token.IsCancellationRequested) { System.Threading.Thread.Sleep(5); } Console.Write(\" done\"); \"the end\"");
        Assert.True(result.Succeeded);
        Assert.True(result.WasInterrupted);
        Assert.Equal("the end", result.Value);
        Assert.Equal("go done", sink.Out);
    }

    [Fact]
    public async Task A_cell_that_throws_by_the_token_counts_as_interrupted()
    {
        var (result, _) = await RunAndStop("Console.Write(\"go\"); await Task.Delay(-1, KernelInvocationContext.Current.CancellationToken);");
        Assert.Equal("Interrupted", result.Error!.Name);
    }

    [Fact]
    public async Task A_cooperative_cell_that_does_not_end_is_stopped_after_its_grace()
    {
        var (result, _) = await RunAndStop("var t = KernelInvocationContext.Current.CancellationToken; Console.Write(\"go\"); while (true) { }");
        Assert.Equal("Interrupted", result.Error!.Name);
        Assert.InRange(result.Elapsed, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(15));
        Assert.True((await Run("1")).Result.Succeeded);
    }

    [Fact]
    public async Task What_a_stopped_or_failed_cell_declared_stays()
    {
        await RunAndStop("var model = \"trained\"; int late = 1; Console.Write(\"go\"); while (true) { }");
        Assert.Equal("trained", (await Run("model")).Result.Value);
        await Run("var before = 7; throw new Exception();");
        Assert.Equal(8, (await Run("before + late")).Result.Value);
    }

    [Fact]
    public async Task A_cell_stopped_while_it_compiles_or_before_it_starts_is_interrupted()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var (result, _) = await Run("var x = 1;", stop.Token);
        Assert.Equal("Interrupted", result.Error!.Name);
        Assert.True((await Run("var x = 2; x")).Result.Succeeded);
    }

    [Fact]
    public async Task What_a_stopped_cell_left_running_in_the_background_stops_too()
    {
        await RunAndStop("int turns = 0; var left = Task.Run(() => { while (true) { turns++; } }); Console.Write(\"go\"); while (true) { }");
        var (result, _) = await Run("await Task.WhenAny(left, Task.Delay(5000)); left.IsCompleted");
        Assert.Equal(true, result.Value);
    }

    [Fact]
    public async Task Checks_change_nothing_that_code_means()
    {
        var (result, _) = await Run("""
            using System.Linq.Expressions;
            Expression<Func<int, int>> tree = n => n + 1;
            Action quiet = () => GC.KeepAlive(1);
            Func<Task> later = async () => await Task.Yield();
            Func<Task<int>> number = async () => await Task.FromResult(1);
            ref int First(int[] all) => ref all[0];
            int[] values = [5];
            First(values)++;
            void Nothing() => quiet();
            async Task Wait() => await later();
            static int Sum(params int[] all) { var sum = 0; foreach (var one in all) if (one > 0) sum += one; return sum; }
            foreach (var (a, b) in new[] { (1, 2) }) Nothing();
            await Wait();
            string.Join(" ", tree, values[0], await number(), Sum(1, -2, 3), new[] { 3, 1 }.OrderBy(n => n).First())
            """);
        Assert.True(result.Succeeded, result.Error?.ToString());
        Assert.Equal("n => (n + 1) 6 1 4 1", result.Value);
    }
}
