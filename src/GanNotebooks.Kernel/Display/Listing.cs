using System.Collections;
using System.Globalization;

namespace GanNotebooks.Kernel.Display;

/// <summary>The first items of a collection, read only once: a query may be slow, endless, or write output.</summary>
/// <param name="Items">At most as many items as are shown.</param>
/// <param name="More">How many items are left, for example "1,500 more"; null when none are.</param>
internal sealed record Listing(IReadOnlyList<object?> Items, string? More)
{
    /// <summary>Takes the first items.</summary>
    /// <param name="items">Any collection.</param>
    /// <param name="limit">How many are shown.</param>
    public static Listing Of(IEnumerable items, int limit)
    {
        var taken = items.Cast<object?>().Take(limit + 1).ToList();
        if (taken.Count <= limit)
        {
            return new(taken, null);
        }
        taken.RemoveAt(limit);
        return new(taken, CountOf(items) is { } count ? string.Create(CultureInfo.InvariantCulture, $"{count - limit:N0} more") : "more");
    }

    /// <summary>Whether all the items are single values.</summary>
    public bool IsOfScalars => Items.All(Scalars.IsScalar);

    /// <summary>[ 1, 2, … (1,500 more) ]</summary>
    public override string ToString()
    {
        var shown = Items.Select(item => Scalars.Text(item)).Concat(More is null ? [] : [More == "more" ? "…" : $"… ({More})"]).ToList();
        return shown.Count == 0 ? "[]" : $"[ {string.Join(", ", shown)} ]";
    }

    private static int? CountOf(IEnumerable items) => items is ICollection collection
        ? collection.Count
        : (int?)items.GetType().GetInterfaces()
            .FirstOrDefault(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>))?
            .GetProperty(nameof(ICollection.Count))?.GetValue(items);
}
