using System.Text.Json.Nodes;
using GanNotebooks.Kernel.Display;
using GanNotebooks.Kernel.Jupyter.Messages;
using GanNotebooks.Kernel.Jupyter.Outputs;
using GanNotebooks.Kernel.Scripting;
using GanNotebooks.Kernel.Sessions;

namespace GanNotebooks.Kernel.Jupyter.Requests;

/// <summary>Runs cells, one after the other, and stops them.</summary>
internal sealed class Execution(Wire wire, OutputQueue outputs, UserInput input, History history)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, long> abortedUpTo = [];   // by front end: requests up to this arrival are aborted, since a cell failed
    private CancellationTokenSource? running;
    private int count;

    /// <summary>Runs the cell of an execute_request.</summary>
    /// <returns>The content of the reply; outputs have been sent before.</returns>
    /// <exception cref="MessageException">The request lacks its code, or has members of the wrong kind.</exception>
    public async Task<JsonObject> RunAsync(ICellSession session, Request request)
    {
        if (request.Arrival <= abortedUpTo.GetValueOrDefault(request.Session))
        {
            return new JsonObject { ["status"] = "aborted" };      // without a count, since it did not run
        }
        var order = ExecuteOrder.Of(request);
        count += order.StoreHistory ? 1 : 0;
        using var stop = new CancellationTokenSource();
        SetRunning(stop);
        try
        {
            outputs.Begin(request.Header, order.CellId);
            var sink = order.Silent ? null : new WireSink(outputs, request.Header, count);
            if (sink is not null)
            {
                wire.Publish(request.Header, "execute_input", new JsonObject { ["code"] = order.Code, ["execution_count"] = count });
            }
            var run = new CellRun { CellId = order.CellId, Input = input.For(request, order.AllowStdin) };
            var result = await session.RunAsync(order.Code, count, (IOutputSink?)sink ?? DiscardingSink.Instance, stop.Token, run).ConfigureAwait(false);
            outputs.End();
            if (order.StoreHistory)
            {
                history.Add(count, order.Code, sink?.ResultText);
            }
            if (result.Error is { } error)
            {
                if (order.StopOnError)
                {
                    abortedUpTo[request.Session] = wire.Arrivals;
                }
                return Failed(error);
            }
            return new JsonObject
            {
                ["status"] = "ok",
                ["execution_count"] = count,
                ["payload"] = new JsonArray(),
                ["user_expressions"] = await EvaluateAsync(session, order, stop.Token).ConfigureAwait(false),
            };
        }
        finally
        {
            SetRunning(null);
        }
    }

    /// <summary>Stops the running cell, if there is one.</summary>
    public void Interrupt()
    {
        lock (gate)
        {
            running?.InterruptApart();
        }
    }

    /// <summary>The content of the reply of a cell that failed.</summary>
    public JsonObject Failed(CellError error)
    {
        var content = error.ToJson();
        content["status"] = "error";
        content["execution_count"] = count;
        return content;
    }

    private void SetRunning(CancellationTokenSource? now)
    {
        lock (gate)
        {
            running = now;
        }
    }

    private async Task<JsonObject> EvaluateAsync(ICellSession session, ExecuteOrder order, CancellationToken stop)
    {
        var values = new JsonObject();
        foreach (var (name, expression) in order.UserExpressions)
        {
            var result = await session.RunAsync(expression, count, DiscardingSink.Instance, stop).ConfigureAwait(false);
            var value = result.Error is { } error ? error.ToJson() : OutputContent.Data(result.Shown ?? new MimeBundle(MimeBundle.PlainText, "null"));
            value["status"] = result.Succeeded ? "ok" : "error";
            values[name] = value;
        }
        return values;
    }
}
