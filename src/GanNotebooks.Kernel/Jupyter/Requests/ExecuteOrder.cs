using GanNotebooks.Kernel.Jupyter.Messages;

namespace GanNotebooks.Kernel.Jupyter.Requests;

/// <summary>The content of an execute_request.</summary>
/// <param name="Code">The cell's source.</param>
/// <param name="Silent">Whether its outputs are not shown.</param>
/// <param name="StoreHistory">Whether it is counted and stored in the history.</param>
/// <param name="AllowStdin">Whether it may ask the user.</param>
/// <param name="StopOnError">Whether its failure aborts the requests that its front end has already sent.</param>
/// <param name="CellId">The notebook's name for the cell, or null.</param>
/// <param name="UserExpressions">Expressions to evaluate after the cell, by name.</param>
internal sealed record ExecuteOrder(
    string Code, bool Silent, bool StoreHistory, bool AllowStdin, bool StopOnError, string? CellId, IReadOnlyList<KeyValuePair<string, string>> UserExpressions)
{
    /// <summary>Reads a request.</summary>
    /// <exception cref="MessageException">It lacks its code, or has members of the wrong kind.</exception>
    public static ExecuteOrder Of(Request request)
    {
        var content = request.Content;
        var silent = content.Flag("silent", absent: false);
        return new ExecuteOrder(
            content.RequiredText("code"),
            silent,
            content.Flag("store_history", absent: true) && !silent,
            content.Flag("allow_stdin", absent: false),
            content.Flag("stop_on_error", absent: true),
            request.Metadata.Text("cellId"),
            [.. content.Texts("user_expressions")]);
    }
}
