using System.Diagnostics;

namespace GanNotebooks.Cli;

/// <summary>The .NET SDK's command line.</summary>
internal static class SdkProcess
{
    private const int ShownErrors = 5;

    /// <summary>Runs <c>dotnet</c> to its end.</summary>
    /// <param name="arguments">The command's arguments.</param>
    /// <param name="failure">The message if it fails; its own errors follow.</param>
    /// <param name="cancel">Ends it, and the processes that it started.</param>
    /// <exception cref="UserError">It failed.</exception>
    public static async Task RunAsync(IEnumerable<string> arguments, string failure, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("dotnet", [.. arguments, "--disable-build-servers"]) { RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var inherited in start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(inherited);        // variables of a build that started this process
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        try
        {
            var said = await process.StandardOutput.ReadToEndAsync(cancel).ConfigureAwait(false);
            await process.WaitForExitAsync(cancel).ConfigureAwait(false);
            if (process.ExitCode != 0)
                throw new UserError($"{failure}\n{string.Join('\n', said.Split('\n').Where(line => line.Contains("error", StringComparison.Ordinal)).Distinct().Take(ShownErrors))}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
