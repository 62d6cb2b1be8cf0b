using System.Collections;

namespace TorchSharp.Utils;

/// <summary>The order in which a data set's examples come.</summary>
internal static class Order
{
    /// <summary>0, 1, … below count.</summary>
    public static IEnumerable<long> Straight(long count) => new Sequence(() => Count(count));

    /// <summary>Another random order each pass; the same one each pass if there is a seed.</summary>
    public static IEnumerable<long> Shuffled(long count, int? seed) => new Sequence(() => Permutation(count, seed is { } s ? new Random(s) : new Random()));

    private static IEnumerable<long> Count(long count)
    {
        for (var i = 0L; i < count; i++) yield return i;
    }

    private static long[] Permutation(long count, Random random)
    {
        var indices = Count(count).ToArray();
        random.Shuffle(indices);
        return indices;
    }

    private sealed class Sequence(Func<IEnumerable<long>> pass) : IEnumerable<long>
    {
        public IEnumerator<long> GetEnumerator() => pass().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
