using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary>Turns a user's mistakes into messages and exit codes.</summary>
internal static class Guard
{
    public const int Success = 0, Failure = 1, Stopped = 130;

    /// <summary>Runs a command's work; a mistake is printed, not thrown.</summary>
    public static async Task<int> RunAsync(IAnsiConsole console, Func<Task<int>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (UserError mistake)
        {
            console.MarkupLineInterpolated($"[red]error:[/] {mistake.Message}");
            return Failure;
        }
    }
}
