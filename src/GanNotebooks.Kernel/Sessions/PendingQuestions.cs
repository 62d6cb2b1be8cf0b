using System.Collections.Concurrent;

namespace GanNotebooks.Kernel.Sessions;

/// <summary>Editors' questions about code that wait for an answer from the process of the session. If that process ends, they get default answers.</summary>
internal sealed class PendingQuestions
{
    private readonly ConcurrentDictionary<int, Action<BinaryReader?>> waiting = new();
    private int asked;

    /// <summary>Asks a question and waits for the answer.</summary>
    /// <param name="by">The process to ask.</param>
    /// <param name="word">The question.</param>
    /// <param name="code">The cell's present text.</param>
    /// <param name="cursor">The cursor's position, in UTF-16 units.</param>
    /// <param name="otherwise">The default if no answer comes.</param>
    /// <param name="cancel">Cancels the wait.</param>
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
            unheard(null);   // the process had already ended
        }
        return await answer.Task.WaitAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Takes an answer.</summary>
    public void Take(BinaryReader content)
    {
        if (waiting.TryRemove(content.ReadInt32(), out var take))
        {
            take(content.ReadBoolean() ? content : null);
        }
    }

    /// <summary>Gives default answers to all questions so far.</summary>
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
