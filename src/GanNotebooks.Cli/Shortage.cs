using System.Globalization;
using System.Text.RegularExpressions;

namespace GanNotebooks.Cli;

/// <summary>More memory is asked for than there is: foreseen, or found in an error.</summary>
internal static partial class Shortage
{
    /// <summary>Whether an error, or one of those that caused it, is such.</summary>
    public static bool Is(Exception error) => error is OutOfMemoryException or OverflowException || IsIn(error.Message)
        || (error is AggregateException several ? several.InnerExceptions.Any(Is) : error.InnerException is { } cause && Is(cause));

    /// <summary>Whether a text is that of such an error: libtorch has no type for them.</summary>
    public static bool IsIn(string text) => Words().IsMatch(text);

    /// <summary>A sentence for the person who asked.</summary>
    /// <param name="lower">The options that make it less.</param>
    public static string Describe(string lower) => $"There is not enough memory for what was asked. Lower {lower}.";

    /// <summary>Refuses what is sure to take more memory than there is.</summary>
    /// <param name="what">What takes it, with where it was asked for.</param>
    /// <param name="bytes">The least that it takes.</param>
    /// <param name="remedy">What to do about it, a sentence.</param>
    /// <exception cref="UserError">There is less.</exception>
    public static void Foresee(string what, double bytes, string remedy)
    {
        var there = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (bytes > there) throw new UserError(string.Create(CultureInfo.InvariantCulture, $"{what} would take {bytes / 1e9:N0} GB, and there are {there / 1e9:N0} GB of memory. {remedy}"));
    }

    [GeneratedRegex(@"can't allocate memory|not enough memory|out of memory|OutOfMemoryException|size calculation overflowed|integer multiplication overflow|invalid tensor size", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
