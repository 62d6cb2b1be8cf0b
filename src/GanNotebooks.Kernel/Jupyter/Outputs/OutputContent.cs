using System.Text.Json.Nodes;
using GanNotebooks.Kernel.Display;

namespace GanNotebooks.Kernel.Jupyter.Outputs;

/// <summary>Creates the contents of messages that carry outputs.</summary>
internal static class OutputContent
{
    /// <summary>The content of display_data and update_display_data.</summary>
    public static JsonObject Display(MimeBundle bundle, string displayId)
    {
        var content = Data(bundle);
        content["transient"] = new JsonObject { ["display_id"] = displayId };
        return content;
    }

    /// <summary>The content of execute_result.</summary>
    public static JsonObject Result(MimeBundle bundle, int executionCount)
    {
        var content = Data(bundle);
        content["execution_count"] = executionCount;
        return content;
    }

    /// <summary>The data and metadata of a shown object.</summary>
    public static JsonObject Data(MimeBundle bundle) => new() { ["data"] = bundle.ToJson(), ["metadata"] = new JsonObject() };
}
