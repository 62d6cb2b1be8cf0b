using GanNotebooks.Kernel.Scripting;
using Microsoft.DotNet.Interactive;

namespace GanNotebooks.Kernel.Display;

/// <summary>An exception that is shown in the place of a value that could not be had.</summary>
internal static class Failure
{
    /// <summary>Its type and message, and the cell and line it comes from when it comes from a cell.</summary>
    public static string Text(Exception exception)
    {
        var cause = Traceback.CauseOf(exception);
        var place = KernelInvocationContext.OfThisWork?.Names is { } names ? Traceback.PlaceOf(cause, names) : null;
        return $"{cause.GetType().Name}: {cause.Message}{(place is null ? string.Empty : $" ({place})")}";
    }
}
