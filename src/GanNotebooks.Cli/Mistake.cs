namespace GanNotebooks.Cli;

/// <summary>Turns errors of the library that a wrong argument causes into messages for the user.</summary>
internal static class Mistake
{
    /// <inheritdoc cref="Of{T}"/>
    public static void Of(Action work) => Of(() =>
    {
        work();
        return true;
    });

    /// <summary>Does something with data; what is wrong with them becomes a <see cref="UserError"/>.</summary>
    public static T Of<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException or FormatException or NotSupportedException)
        {
            throw new UserError(e.Message, e);
        }
    }
}
