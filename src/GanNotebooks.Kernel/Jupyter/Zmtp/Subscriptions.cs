namespace GanNotebooks.Kernel.Jupyter.Zmtp;

/// <summary>The prefixes of topics that one peer subscribes to; a prefix subscribed to twice must be cancelled twice.</summary>
internal sealed class Subscriptions
{
    private const int Most = 1000;
    private readonly Lock gate = new();
    private readonly List<byte[]> prefixes = [];

    /// <exception cref="ZmtpException">The peer has too many subscriptions.</exception>
    public void Add(byte[] prefix)
    {
        lock (gate)
        {
            if (prefixes.Count == Most)
            {
                throw new ZmtpException($"more than {Most} subscriptions");
            }
            prefixes.Add(prefix);
        }
    }

    public void Remove(byte[] prefix)
    {
        lock (gate)
        {
            var at = prefixes.FindIndex(known => known.AsSpan().SequenceEqual(prefix));
            if (at >= 0)
            {
                prefixes.RemoveAt(at);
            }
        }
    }

    /// <summary>Whether the peer subscribes to this topic.</summary>
    public bool Match(ReadOnlySpan<byte> topic)
    {
        lock (gate)
        {
            foreach (var prefix in prefixes)
            {
                if (topic.StartsWith(prefix))
                {
                    return true;
                }
            }
            return false;
        }
    }
}
