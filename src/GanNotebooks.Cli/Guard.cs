using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary>Turns a user's mistakes into messages and exit codes.</summary>
internal static class Guard
{
    public const int Success = 0, Failure = 1, Stopped = 130;

    /// <summary>Runs a command's work; a mistake is printed, not thrown.</summary>
    /// <param name="console">The console to print to.</param>
    /// <param name="work">The work.</param>
    /// <param name="lower">The options to lower if the work needs too much memory.</param>
    public static async Task<int> RunAsync(IAnsiConsole console, Func<Task<int>> work, string lower = "the sizes and numbers that you gave")
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
        catch (Exception e) when (Shortage.Is(e))
        {
            console.MarkupLineInterpolated($"[red]error:[/] {Shortage.Describe(lower)}");
            return Failure;
        }
    }
}
