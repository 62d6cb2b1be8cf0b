using System.Collections.Concurrent;
using GanNotebooks.Kernel.Scripting;

namespace GanNotebooks.Kernel.Tests.Scripting;

public class InputTests : SessionTest
{
    private readonly Typist typist = new("first", "second", "third");

    [Fact]
    public async Task Cells_ask_their_user()
    {
        var result = await Ask("var a = await GetInputAsync(\"Name?\"); var b = await GetPasswordAsync(\"Word?\"); Console.Write(\"> \"); a + b + Console.ReadLine()");
        Assert.True(result.Succeeded, result.Error?.ToString());
        Assert.Equal("firstsecondthird", result.Value);
        Assert.Equal([("Name?", false), ("Word?", true), ("", false)], typist.Asked);
    }

    [Fact]
    public async Task The_console_reads_by_characters_too()
    {
        var result = await Ask("new string([(char)Console.Read(), (char)Console.In.Peek(), (char)Console.Read()]) + Console.ReadLine() + \"|\" + Console.ReadLine()");
        Assert.Equal("fiirst|second", result.Value);
    }

    [Fact]
    public async Task Without_a_user_a_question_is_an_error_and_the_console_is_at_its_end()
    {
        var (result, _) = await Run("await GetInputAsync(\"Name?\")");
        Assert.Equal("InvalidOperationException", result.Error!.Name);
        Assert.Contains("nobody is there to answer", result.Error.Message, StringComparison.Ordinal);
        Assert.Equal(true, (await Run("Console.ReadLine() is null && Console.Read() == -1")).Result.Value);
    }

    [Theory]
    [InlineData("await GetInputAsync(\"?\")")]
    [InlineData("Console.ReadLine()")]
    [InlineData("GetPasswordAsync().Result")]
    public async Task A_cell_that_waits_for_its_user_can_be_stopped(string code)
    {
        var silent = new Typist();
        using var stop = new CancellationTokenSource();
        var sink = new RecordingSink();
        var running = Session.RunAsync(code, 1, sink, stop.Token, new CellRun { Input = silent });
        await silent.WasAsked.WaitAsync(TimeSpan.FromSeconds(30));
        await stop.CancelAsync();
        Assert.Equal(CellError.Interrupted, (await running.WaitAsync(TimeSpan.FromSeconds(10))).Error?.Name);
        Assert.True((await Run("1")).Result.Succeeded);
    }

    private Task<CellResult> Ask(string code) => Session.RunAsync(code, 1, new RecordingSink(), default, new CellRun { Input = typist });

    private sealed class Typist(params string[] lines) : IInputSource
    {
        private readonly Queue<string> left = new(lines);
        private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ConcurrentQueue<(string Prompt, bool IsPassword)> Asked { get; } = new();

        public Task WasAsked => asked.Task;

        public async Task<string> ReadAsync(string prompt, bool isPassword, CancellationToken cancel)
        {
            Asked.Enqueue((prompt, isPassword));
            asked.TrySetResult();
            if (left.Count == 0)
            {
                await Task.Delay(Timeout.Infinite, cancel);
            }
            return left.Dequeue();
        }
    }
}
