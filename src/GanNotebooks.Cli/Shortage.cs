using System.Text.RegularExpressions;

namespace GanNotebooks.Cli;

/// <summary>Errors that mean: more memory was asked for than there is.</summary>
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

    [GeneratedRegex(@"can't allocate memory|not enough memory|out of memory|OutOfMemoryException|size calculation overflowed|integer multiplication overflow|invalid tensor size", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
