namespace GanNotebooks.Cli;

/// <summary>Turns the library's exceptions about wrong arguments or data into messages for the user.</summary>
internal static class Mistake
{
    /// <inheritdoc cref="Of{T}"/>
    public static void Of(Action work) => Of(() =>
    {
        work();
        return true;
    });

    /// <inheritdoc cref="Of{T}"/>
    public static async Task<T> OfAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception e) when (Is(e))
        {
            throw new UserError(e.Message, e);
        }
    }

    /// <summary>Runs work; exceptions that a user's mistake causes become a <see cref="UserError"/>.</summary>
    public static T Of<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (Is(e))
        {
            throw new UserError(e.Message, e);
        }
    }

    private static bool Is(Exception e) => e is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException or FormatException or NotSupportedException;
}
