using System.Text.Json.Nodes;
using GanNotebooks.Kernel.Display;

namespace GanNotebooks.Kernel.Jupyter.Outputs;

/// <summary>The contents of messages that carry outputs.</summary>
internal static class OutputContent
{
    /// <summary>Of display_data and update_display_data.</summary>
    public static JsonObject Display(MimeBundle bundle, string displayId)
    {
        var content = Data(bundle);
        content["transient"] = new JsonObject { ["display_id"] = displayId };
        return content;
    }

    /// <summary>Of execute_result.</summary>
    public static JsonObject Result(MimeBundle bundle, int executionCount)
    {
        var content = Data(bundle);
        content["execution_count"] = executionCount;
        return content;
    }

    /// <summary>Of an object that is shown.</summary>
    public static JsonObject Data(MimeBundle bundle) => new() { ["data"] = bundle.ToJson(), ["metadata"] = new JsonObject() };
}
