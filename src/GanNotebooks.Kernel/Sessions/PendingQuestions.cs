using System.Collections.Concurrent;

namespace GanNotebooks.Kernel.Sessions;

/// <summary>What editors ask about code, on its way to the process that knows the session. Where that process ends, nothing is known.</summary>
internal sealed class PendingQuestions
{
    private readonly ConcurrentDictionary<int, Action<BinaryReader?>> waiting = new();
    private int asked;

    /// <summary>Asks, and waits for the answer.</summary>
    /// <param name="by">Who knows.</param>
    /// <param name="word">The question.</param>
    /// <param name="code">The cell as it stands.</param>
    /// <param name="cursor">Where the cursor is, in UTF-16 units.</param>
    /// <param name="otherwise">What stands for an answer that does not come.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<T> AskAsync<T>(SessionProcess by, Word word, string code, int cursor, T otherwise, CancellationToken cancel)
    {
        var id = Interlocked.Increment(ref asked);
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting[id] = content => answer.TrySetResult(content is null ? otherwise : content.ReadJson<T>());
        by.Send(word, writer =>
        {
            writer.Write(id);
            writer.Write(code);
            writer.Write(cursor);
        });
        if (by.Reason.Length > 0 && waiting.TryRemove(id, out var unheard))
        {
            unheard(null);   // it had ended already
        }
        return await answer.Task.WaitAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>An answer has come.</summary>
    public void Take(BinaryReader content)
    {
        if (waiting.TryRemove(content.ReadInt32(), out var take))
        {
            take(content.ReadBoolean() ? content : null);
        }
    }

    /// <summary>No answer will come to what was asked so far.</summary>
    public void GiveUp()
    {
        foreach (var id in waiting.Keys)
        {
            if (waiting.TryRemove(id, out var unanswered))
            {
                unanswered(null);
            }
        }
    }
}
