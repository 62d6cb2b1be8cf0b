using System.Text.Json.Nodes;
using GanNotebooks.Kernel.Jupyter.Messages;
using GanNotebooks.Kernel.Scripting;
using GanNotebooks.Kernel.Sessions;

namespace GanNotebooks.Kernel.Jupyter.Requests;

/// <summary>Answers each kind of request.</summary>
internal sealed class Answers(Wire wire, Execution execution, History history, Lazy<ICellSession> session, Complaints complaints)
{
    /// <summary>The content of the reply; null when there is no reply.</summary>
    public JsonObject? To(Channel channel, Request request)
    {
        try
        {
            return (channel, request.Type) switch
            {
                (_, "kernel_info_request") => KernelInfo.Answer(),
                (_, "comm_info_request") => new JsonObject { ["status"] = "ok", ["comms"] = new JsonObject() },
                (_, "interrupt_request") => InterruptFor(),
                (_, "shutdown_request") => ShutDown(request),
                (Channel.Shell, "execute_request") => execution.RunAsync(session.Value, request).GetAwaiter().GetResult(),
                (Channel.Shell, "complete_request") => CodeQuestions.CompleteAsync(session.Value, request).GetAwaiter().GetResult(),
                (Channel.Shell, "inspect_request") => CodeQuestions.InspectAsync(session.Value, request).GetAwaiter().GetResult(),
                (Channel.Shell, "is_complete_request") => CodeQuestions.IsCompleteAsync(session.Value, request).GetAwaiter().GetResult(),
                (Channel.Shell, "history_request") => history.Answer(request),
                (Channel.Shell, "comm_open") => RefuseComm(request),
                (Channel.Shell, "comm_msg" or "comm_close") => null,   // of comms that were refused
                _ => Unknown(channel, request),
            };
        }
        catch (MessageException e)
        {
            return Refuse(request, e.Message);
        }
        catch (Exception e)   // a request that fails must not end the kernel
        {
            return Refuse(request, e.GetBaseException().ToString());
        }
    }

    private JsonObject InterruptFor()
    {
        execution.Interrupt();
        return new JsonObject { ["status"] = "ok" };
    }

    private JsonObject ShutDown(Request request)
    {
        execution.Interrupt();
        var content = new JsonObject { ["status"] = "ok", ["restart"] = request.Content.Flag("restart", absent: false) };
        wire.Publish(request.Header, "shutdown_reply", content);
        return content;
    }

    private JsonObject? RefuseComm(Request request)
    {
        wire.Publish(request.Header, "comm_close", new JsonObject { ["comm_id"] = request.Content.RequiredText("comm_id"), ["data"] = new JsonObject() });
        return null;
    }

    private JsonObject? Unknown(Channel channel, Request request)
    {
        complaints.Say($"{request.Type} on {channel} is not known");
        return null;
    }

    private JsonObject? Refuse(Request request, string why)
    {
        complaints.Say($"{request.Type}: {why}");
        return request.Type.EndsWith("_request", StringComparison.Ordinal)
            ? execution.Failed(new CellError("BadRequest", $"{request.Type}: {why}", [$"{request.Type}: {why}"]))
            : null;
    }
}
