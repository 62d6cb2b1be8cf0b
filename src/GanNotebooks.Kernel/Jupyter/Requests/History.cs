using System.IO.Enumeration;
using System.Text.Json.Nodes;
using GanNotebooks.Kernel.Jupyter.Messages;

namespace GanNotebooks.Kernel.Jupyter.Requests;

/// <summary>The cells that this kernel has run. Cells of earlier kernels are not stored here but in notebooks.</summary>
internal sealed class History
{
    private const int Session = 1;
    private const int Kept = 10_000;

    private readonly Lock gate = new();
    private readonly Queue<Entry> entries = new();

    public void Add(int line, string source, string? result)
    {
        lock (gate)
        {
            entries.Enqueue(new Entry(line, source, result));
            if (entries.Count > Kept)
            {
                entries.Dequeue();
            }
        }
    }

    /// <summary>The answer to a history_request.</summary>
    /// <exception cref="MessageException">It asks for an unknown kind of history.</exception>
    public JsonObject Answer(Request request)
    {
        var content = request.Content;
        var withResults = content.Flag("output", absent: false);
        var chosen = content.RequiredText("hist_access_type") switch
        {
            "tail" => Last(content.Number("n"), All()),
            "range" => Range(content.Number("session") ?? 0, content.Number("start") ?? 0, content.Number("stop")),
            "search" => Last(content.Number("n"), Search(content.Text("pattern") ?? "*", content.Flag("unique", absent: false))),
            var other => throw new MessageException($"\"hist_access_type\" must be tail, range or search; \"{other}\" was found"),
        };
        return new JsonObject { ["status"] = "ok", ["history"] = new JsonArray([.. chosen.Select(entry => entry.ToJson(withResults))]) };
    }

    private Entry[] All()
    {
        lock (gate)
        {
            return [.. entries];
        }
    }

    private static IEnumerable<Entry> Last(int? n, IEnumerable<Entry> from) => n is { } count ? from.TakeLast(Math.Max(0, count)) : from;

    // 0 is the running session; negative numbers are earlier ones.
    private IEnumerable<Entry> Range(int session, int start, int? stop) =>
        session is 0 or Session ? All().Where(entry => entry.Line >= start && entry.Line < (stop ?? int.MaxValue)) : [];

    private IEnumerable<Entry> Search(string pattern, bool unique)
    {
        var found = All().Where(entry => FileSystemName.MatchesSimpleExpression(pattern, entry.Source, ignoreCase: false));
        return unique ? found.Reverse().DistinctBy(entry => entry.Source).Reverse() : found;
    }

    private sealed record Entry(int Line, string Source, string? Result)
    {
        public JsonArray ToJson(bool withResult) => new JsonArray(Session, Line, withResult ? new JsonArray(Source, Result) : Source);
    }
}
