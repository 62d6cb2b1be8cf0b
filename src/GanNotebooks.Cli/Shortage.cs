using System.Globalization;
using System.Text.RegularExpressions;

namespace GanNotebooks.Cli;

/// <summary>Recognizes and predicts a shortage of memory.</summary>
internal static partial class Shortage
{
    /// <summary>Whether an error, or one of its causes, is a shortage of memory.</summary>
    public static bool Is(Exception error) => error is OutOfMemoryException or OverflowException || IsIn(error.Message)
        || (error is AggregateException several ? several.InnerExceptions.Any(Is) : error.InnerException is { } cause && Is(cause));

    /// <summary>Whether a text is the message of such an error: libtorch has no exception type for them.</summary>
    public static bool IsIn(string text) => Words().IsMatch(text);

    /// <summary>A message for the user.</summary>
    /// <param name="lower">The options to lower.</param>
    public static string Describe(string lower) => $"There is not enough memory for this. Lower {lower}.";

    /// <summary>Throws if something is certain to need more memory than there is.</summary>
    /// <param name="what">What needs the memory, with the option that asks for it.</param>
    /// <param name="bytes">The least number of bytes that it needs.</param>
    /// <param name="remedy">What to do about it, as a sentence.</param>
    /// <exception cref="UserError">There is less memory.</exception>
    public static void Foresee(string what, double bytes, string remedy)
    {
        var there = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (bytes > there) throw new UserError(string.Create(CultureInfo.InvariantCulture, $"{what} would take {bytes / 1e9:N0} GB, and there are {there / 1e9:N0} GB of memory. {remedy}"));
    }

    [GeneratedRegex(@"can't allocate memory|not enough memory|out of memory|OutOfMemoryException|size calculation overflowed|integer multiplication overflow|invalid tensor size", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
