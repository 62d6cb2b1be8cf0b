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
    public async Task A_cooperative_cell_that_does_not_end_is_aborted_after_its_grace()
    {
        var (result, _) = await RunAndStop("var t = KernelInvocationContext.Current.CancellationToken; Console.Write(\"go\"); while (true) { }");
        Assert.Equal("Interrupted", result.Error!.Name);
        Assert.InRange(result.Elapsed, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(15));
        Assert.True((await Run("1")).Result.Succeeded);
    }
}
