using System.Text.Json.Nodes;
using GanNotebooks.Kernel.Jupyter.Messages;
using GanNotebooks.Kernel.Jupyter.Outputs;
using GanNotebooks.Kernel.Scripting;

namespace GanNotebooks.Kernel.Jupyter.Requests;

/// <summary>Sends questions of cells to the users of their front ends, one at a time.</summary>
internal sealed class UserInput(Wire wire, OutputQueue outputs) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile Question? asked;

    /// <summary>The input source for the cell of a request.</summary>
    /// <param name="request">An execute_request.</param>
    /// <param name="allowed">Whether its front end accepts questions.</param>
    public IInputSource For(Request request, bool allowed) => new Source(this, request, allowed);

    /// <summary>Takes a user's answer; one that no cell waits for is dropped.</summary>
    public void Answer(Request reply)
    {
        if (asked is { } question && question.From.AsSpan().SequenceEqual(reply.Identity))
        {
            question.Answer.TrySetResult(reply.Content.Text("value") ?? string.Empty);
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<string> AskAsync(Request request, string prompt, bool isPassword, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            var question = new Question(request.Identity, new(TaskCreationOptions.RunContinuationsAsynchronously));
            asked = question;
            outputs.Flush();   // send what the cell wrote before it asked
            return wire.Send(Channel.Stdin, request, "input_request", new JsonObject { ["prompt"] = prompt, ["password"] = isPassword })
                ? await question.Answer.Task.WaitAsync(cancel).ConfigureAwait(false)
                : throw new InvalidOperationException("The cell asks for input, and its front end is not connected to the kernel's stdin channel.");
        }
        finally
        {
            asked = null;
            turn.Release();
        }
    }

    private sealed record Question(byte[] From, TaskCompletionSource<string> Answer);

    private sealed class Source(UserInput all, Request request, bool allowed) : IInputSource
    {
        public Task<string> ReadAsync(string prompt, bool isPassword, CancellationToken cancel) =>
            allowed ? all.AskAsync(request, prompt, isPassword, cancel) : throw new StdinNotImplementedException();
    }
}
