using GanNotebooks.Kernel.Scripting;
using Microsoft.DotNet.Interactive;

namespace GanNotebooks.Kernel.Display;

/// <summary>Text for an exception that is shown in place of a value.</summary>
internal static class Failure
{
    /// <summary>The exception's type and message, and its cell and line if it comes from a cell.</summary>
    public static string Text(Exception exception)
    {
        var cause = Traceback.CauseOf(exception);
        var place = KernelInvocationContext.OfThisWork?.Names is { } names ? Traceback.PlaceOf(cause, names) : null;
        return $"{cause.GetType().Name}: {cause.Message}{(place is null ? string.Empty : $" ({place})")}";
    }
}
