using System.Globalization;
using System.Text.RegularExpressions;
using GanNotebooks.Kernel.Scripting;

namespace GanNotebooks.Kernel.Sessions;

/// <summary>Finds out why a process of cells has ended, from its exit code and from what it wrote last.</summary>
internal static partial class LastWords
{
    private const int Signals = 128;   // .NET's exit code for a process that a signal ended is this plus the signal

    /// <summary>The start of the report that a process writes when it crashes; negative when there is none.</summary>
    public static int StartIn(string errors) => Report().Match(errors) is { Success: true } match ? match.Index : -1;

    /// <summary>The reason, as a sentence without a full stop.</summary>
    /// <param name="exitCode">The exit code that .NET returns.</param>
    /// <param name="errors">The end of what the process wrote to standard error.</param>
    public static string Reason(int exitCode, string errors) =>
        Thrown().Match(errors) is { Success: true } thrown ? thrown.Groups[1].Value.Trim().TrimEnd('.')
        : Overflow().IsMatch(errors) ? "The stack overflowed: a function calls itself without an end, or native code needs more stack than there is"
        : NoMemory().IsMatch(errors) ? "There was not enough memory"
        : Unhandled().Match(errors) is { Success: true } unhandled ? unhandled.Groups[1].Value.Trim().TrimEnd('.')
        : exitCode switch
        {
            Signals + 9 => "The process was killed from outside; the system does that when memory runs out",
            Signals + 15 => "The process was asked to end from outside",
            Signals + 11 or Signals + 7 or Signals + 4 or Signals + 6 => string.Create(CultureInfo.InvariantCulture, $"Native code ended the process (signal {exitCode - Signals})"),
            _ => string.Create(CultureInfo.InvariantCulture, $"The process ended, with exit code {exitCode}"),
        };

    /// <summary>The error for the cell that was running.</summary>
    public static CellError Error(string reason, int cellNumber)
    {
        var message = $"{reason}. This ended the process that runs the cells, and its variables are gone. A new one is ready: run the cells above again.";
        return new CellError(CellError.KernelEnded, message, [message, string.Create(CultureInfo.InvariantCulture, $"   in cell {cellNumber}")]);
    }

    [GeneratedRegex(@"^(terminate called |Stack overflow\.|Unhandled exception\.|Fatal error\.|Process terminated\.|Out of memory\.|libc\+\+abi: )", RegexOptions.Multiline)]
    private static partial Regex Report();

    [GeneratedRegex(@"(?:what\(\):|libc\+\+abi: terminating[^:\n]*:)\s*((?:(?!\nException raised from|\n\n|\nframe #)[\s\S])+)")]
    private static partial Regex Thrown();

    [GeneratedRegex(@"^Stack overflow\.", RegexOptions.Multiline)]
    private static partial Regex Overflow();

    [GeneratedRegex(@"^Out of memory\.", RegexOptions.Multiline)]
    private static partial Regex NoMemory();

    [GeneratedRegex(@"^(?:Unhandled exception|Fatal error|Process terminated)\.\s+(.+)$", RegexOptions.Multiline)]
    private static partial Regex Unhandled();
}
