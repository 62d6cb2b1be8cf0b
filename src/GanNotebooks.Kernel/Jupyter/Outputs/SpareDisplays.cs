using System.Globalization;
using System.Text.Json.Nodes;

namespace GanNotebooks.Kernel.Jupyter.Outputs;

/// <summary>Keeps the live displays of one cell updating in VS Code.</summary>
/// <remarks>
/// VS Code's Jupyter extension stores for each display_id where its output is. When it learns that the saved outputs of a running cell
/// are gone, which can take seconds, it forgets the display of that cell that was shown or updated last, even if it is new: later updates of it are lost.
/// So the display that was updated last must be one that nobody needs. With the first update of a cell, spare displays are shown,
/// removed at once by clear_output, and everything else is shown again. The extension still knows the spares, and can forget each of them once.
/// </remarks>
/// <param name="time">Measures how long the cell has been running.</param>
internal sealed class SpareDisplays(TimeProvider time)
{
    /// <summary>How long after the start of a cell the extension may still forget a display.</summary>
    public static readonly TimeSpan Danger = TimeSpan.FromSeconds(30);

    /// <summary>How long updates wait after everything was shown again. Between an update and those of the spares the extension could still forget a display that is needed; while updates wait, it forgets a spare.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2.5);

    private const int MostRemembered = 4 << 20;   // characters
    private readonly string[] spares = [.. Enumerable.Range(0, 3).Select(_ => Guid.NewGuid().ToString("N"))];   // one for the saved outputs, one for this class's clear_output, one in reserve
    private readonly long begun = time.GetTimestamp();
    private readonly HashSet<string> early = [];   // displays that may have been forgotten
    private List<(string Type, JsonObject Content)>? shown = [];   // null after they were shown again, or when they cannot be
    private int remembered;
    private bool clearBeforeNext;
    private long? shownAgain;
    private int touches;

    /// <summary>How long the next update of a display should wait.</summary>
    public TimeSpan Pause => shownAgain is { } since && Quiet - time.GetElapsedTime(since) is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    private bool IsDangerous => time.GetElapsedTime(begun) < Danger;

    /// <summary>Spares for a cell of VS Code; null for cells of other front ends, which do not forget displays.</summary>
    /// <param name="cellId">The front end's name for the cell.</param>
    public static SpareDisplays? For(string? cellId) =>
        cellId?.StartsWith("vscode-", StringComparison.Ordinal) == true ? new SpareDisplays(TimeProvider.System) : null;

    /// <summary>The messages to send in place of an output of the cell.</summary>
    public IEnumerable<(string Type, JsonObject Content)> Around(string type, JsonObject content)
    {
        if (type == "update_display_data" && shown?.FindIndex(output => IdOf(output.Content) == IdOf(content)) is >= 0 and var at)
        {
            shown[at] = ("display_data", content);
            if (early.Contains(IdOf(content)!))
            {
                return ShowAgain();
            }
        }
        else
        {
            Remember(type, content);
        }
        return shownAgain is not null && IsDangerous && type.EndsWith("display_data", StringComparison.Ordinal) ? [(type, content), .. Touch()] : [(type, content)];
    }

    /// <summary>Ends the cell: its outputs stay as they are.</summary>
    public void End() => shown = null;

    private static string? IdOf(JsonObject content) => (string?)content["transient"]?["display_id"];

    private static JsonObject Spare(string id, string text) => new()
    {
        ["data"] = new JsonObject { ["text/plain"] = text },
        ["metadata"] = new JsonObject(),
        ["transient"] = new JsonObject { ["display_id"] = id },
    };

    private (string, JsonObject)[] ShowAgain()
    {
        var all = shown!;
        (shown, shownAgain) = (null, time.GetTimestamp());
        return
        [
            .. spares.Select(id => ("display_data", Spare(id, string.Empty))),
            ("clear_output", new JsonObject { ["wait"] = true }),   // keeps the outputs until the next message
            .. all,
            .. Touch(),
        ];
    }

    // An update that changes nothing would have no effect. The text is never visible.
    private IEnumerable<(string, JsonObject)> Touch()
    {
        touches++;
        return spares.Select(id => ("update_display_data", Spare(id, touches.ToString(CultureInfo.InvariantCulture))));
    }

    private void Remember(string type, JsonObject content)
    {
        if (shown is null || type == "update_display_data")
        {
            return;
        }
        if (type == "clear_output")
        {
            clearBeforeNext = true;
        }
        if (clearBeforeNext && (type != "clear_output" || (bool?)content["wait"] == false))
        {
            (clearBeforeNext, remembered) = (false, 0);
            shown.Clear();
            early.Clear();
        }
        if (type == "clear_output")
        {
            return;
        }
        shown.Add((type, content));
        remembered += content.ToJsonString().Length;
        if (IdOf(content) is { } id && IsDangerous)
        {
            early.Add(id);
        }
        if (remembered > MostRemembered || (early.Count == 0 && !IsDangerous))
        {
            shown = null;
        }
    }
}
