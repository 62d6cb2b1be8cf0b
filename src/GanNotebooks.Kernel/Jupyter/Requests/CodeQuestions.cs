using System.Text.Json.Nodes;
using GanNotebooks.Kernel.Jupyter.Messages;
using GanNotebooks.Kernel.Jupyter.Outputs;
using GanNotebooks.Kernel.Scripting;
using GanNotebooks.Kernel.Sessions;

namespace GanNotebooks.Kernel.Jupyter.Requests;

/// <summary>Answers an editor's questions about code: completion, inspection, completeness.</summary>
internal static class CodeQuestions
{
    public static async Task<JsonObject> CompleteAsync(ICellSession session, Request request)
    {
        var code = request.Content.RequiredText("code");
        var completion = await session.CompleteAsync(code, Cursor(request, code)).ConfigureAwait(false);
        var (start, end) = (CodePoints.FromUtf16(code, completion.Start), CodePoints.FromUtf16(code, completion.End));
        return new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. completion.Items.Select(item => (JsonNode)item.Text)]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject
            {
                ["_jupyter_types_experimental"] = new JsonArray([.. completion.Items.Select(item => new JsonObject
                {
                    ["start"] = start,
                    ["end"] = end,
                    ["text"] = item.Text,
                    ["type"] = item.Kind,
                })]),
            },
        };
    }

    public static async Task<JsonObject> InspectAsync(ICellSession session, Request request)
    {
        var code = request.Content.RequiredText("code");
        var found = await session.InspectAsync(code, Cursor(request, code)).ConfigureAwait(false);
        var content = OutputContent.Data(found ?? new());
        content["status"] = "ok";
        content["found"] = found is not null;
        return content;
    }

    public static async Task<JsonObject> IsCompleteAsync(ICellSession session, Request request)
    {
        var completeness = await session.JudgeAsync(request.Content.RequiredText("code")).ConfigureAwait(false);
        var content = new JsonObject
        {
            ["status"] = completeness.Status switch
            {
                CompletenessStatus.Complete => "complete",
                CompletenessStatus.Incomplete => "incomplete",
                CompletenessStatus.Invalid => "invalid",
                _ => "unknown",
            },
        };
        if (completeness.Status == CompletenessStatus.Incomplete)
        {
            content["indent"] = completeness.Indent;
        }
        return content;
    }

    private static int Cursor(Request request, string code) => request.Content.Number("cursor_pos") is { } cursor ? CodePoints.ToUtf16(code, cursor) : code.Length;
}
