using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using GanNotebooks.Kernel.Jupyter.Messages;
using GanNotebooks.Kernel.Jupyter.Outputs;
using GanNotebooks.Kernel.Jupyter.Requests;
using GanNotebooks.Kernel.Scripting;
using GanNotebooks.Kernel.Sessions;

namespace GanNotebooks.Kernel.Jupyter;

/// <summary>A C# kernel for VS Code, Jupyter and everything else that speaks Jupyter's protocol.</summary>
public sealed class JupyterKernel : IDisposable
{
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(1);

    private readonly BlockingCollection<Request> shell = [];
    private readonly BlockingCollection<Request> control = [];
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Complaints complaints;
    private readonly Wire wire;
    private readonly OutputQueue outputs;
    private readonly UserInput input;
    private readonly Execution execution;
    private readonly Answers answers;
    private readonly Lazy<ICellSession> session;

    /// <summary>Binds the addresses of a connection file and starts to answer requests.</summary>
    /// <param name="connection">The addresses and the key.</param>
    /// <param name="workingDirectory">The notebook's folder.</param>
    /// <param name="log">Gets a line for each dropped message; usually standard error.</param>
    /// <exception cref="ConnectionFileException">An address cannot be bound.</exception>
    /// <param name="open">Opens the session, once and on its own thread; null for a session in this process.</param>
    public JupyterKernel(ConnectionFile connection, string workingDirectory, TextWriter log, Func<ICellSession>? open = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        complaints = new Complaints(log);
        wire = new Wire(connection, Receive, complaints);
        outputs = new OutputQueue(wire);
        input = new UserInput(wire, outputs);
        var history = new History();
        execution = new Execution(wire, outputs, input, history);
        session = new Lazy<ICellSession>(() => WarmedUp(open?.Invoke() ?? new CSharpSession(workingDirectory)));
        answers = new Answers(wire, execution, history, session, complaints);
        Serve(Channel.Control, control);
        Serve(Channel.Shell, shell);
        wire.Start();
        new Thread(() => _ = session.Value) { IsBackground = true, Name = "Jupyter warm-up" }.Start();
    }

    /// <summary>Completes when a front end has asked the kernel to shut down, or <see cref="Stop"/> was called.</summary>
    public Task Ended => ended.Task;

    /// <summary>Stops the running cell, as a front end's stop button does.</summary>
    public void Interrupt() => execution.Interrupt();

    /// <summary>Ends the kernel.</summary>
    public void Stop()
    {
        execution.Interrupt();
        ended.TrySetResult();
    }

    /// <summary>Sends the waiting messages, closes the sockets and ends the session.</summary>
    public void Dispose()
    {
        ended.TrySetResult();
        shell.CompleteAdding();
        control.CompleteAdding();
        outputs.Flush();
        wire.Close(Linger);
        outputs.Dispose();
        input.Dispose();
        if (session.IsValueCreated)
        {
            session.Value.Dispose();
        }
    }

    // The warm-up shows nothing; the first cell waits for it, which is faster than running without it.
    private static ICellSession WarmedUp(ICellSession session)
    {
        _ = session.WarmUpAsync();
        return session;
    }

    private void Receive(Channel channel, Request request)
    {
        switch (channel)
        {
            case Channel.Stdin when request.Type == "input_reply":
                input.Answer(request);
                break;
            case Channel.Stdin:
                complaints.Say($"{request.Type} on {channel} is not known");
                break;
            default:
                Enqueue(request, channel == Channel.Shell ? shell : control);
                break;
        }
    }

    private static void Enqueue(Request request, BlockingCollection<Request> requests)
    {
        try
        {
            requests.Add(request);
        }
        catch (InvalidOperationException)
        {
            // The kernel is ending and no longer answers.
        }
    }

    private void Serve(Channel channel, BlockingCollection<Request> requests) => new Thread(() =>
    {
        foreach (var request in requests.GetConsumingEnumerable())
        {
            Serve(channel, request);
        }
    })
    { IsBackground = true, Name = $"Jupyter {channel}" }.Start();

    private void Serve(Channel channel, Request request)
    {
        PublishStatus(request, "busy");
        if (answers.To(channel, request) is { } content)
        {
            wire.Send(channel, request, ReplyTo(request), content);
        }
        PublishStatus(request, "idle");
        if (request.Type == "shutdown_request")
        {
            ended.TrySetResult();
        }
    }

    private void PublishStatus(Request request, string state) =>
        wire.Publish(request.Header, "status", new JsonObject { ["execution_state"] = state });

    private static string ReplyTo(Request request) => request.Type.Replace("_request", "_reply", StringComparison.Ordinal);
}
