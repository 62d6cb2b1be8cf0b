namespace GanNotebooks.Data.Folders;

/// <summary>Names as people order them: <c>2</c> before <c>10</c>, <c>class9</c> before <c>class10</c>.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    /// <summary>The only instance.</summary>
    public static NaturalOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> a = x, b = y;
        while (a.Length > 0 && b.Length > 0)
        {
            var (digitsOfA, digitsOfB) = (Digits(a), Digits(b));
            var order = digitsOfA > 0 && digitsOfB > 0 ? CompareNumbers(a[..digitsOfA], b[..digitsOfB]) : a[0].CompareTo(b[0]);
            if (order != 0) return order;
            a = a[Math.Max(1, digitsOfA)..];
            b = b[Math.Max(1, digitsOfB)..];
        }
        var longer = a.Length.CompareTo(b.Length);
        return longer != 0 ? longer : string.CompareOrdinal(x, y);       // 1 and 01
    }

    private static int Digits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') is >= 0 and var count ? count : text.Length;

    private static int CompareNumbers(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        a = a.TrimStart('0');
        b = b.TrimStart('0');
        return a.Length != b.Length ? a.Length.CompareTo(b.Length) : a.SequenceCompareTo(b);
    }
}
