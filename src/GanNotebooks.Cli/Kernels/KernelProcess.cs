using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using GanNotebooks.Kernel.Jupyter;

namespace GanNotebooks.Cli;

/// <summary>This process as a kernel: ends when its front end says so, and not by what a cell's threads do.</summary>
internal static class KernelProcess
{
    /// <summary>Serves one front end, or several, until one of them ends it.</summary>
    /// <param name="connectionFile">Where to listen, and the key.</param>
    /// <exception cref="UserError">The file cannot be used.</exception>
    public static async Task<int> RunAsync(string connectionFile)
    {
        KernelDisplays.Offer();
        using var kernel = Start(connectionFile);
        ExceptionHandling.SetUnhandledExceptionHandler(kernel.Report);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Handle(signal, kernel.Interrupt));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Handle(signal, kernel.Stop));
        await kernel.Ended.ConfigureAwait(false);
        kernel.Dispose();
        Environment.Exit(Guard.Success);   // a cell may have left threads behind that would keep the process
        return Guard.Success;
    }

    private static JupyterKernel Start(string connectionFile)
    {
        try
        {
            return new JupyterKernel(ConnectionFile.Read(connectionFile), Directory.GetCurrentDirectory(), Console.Error);
        }
        catch (ConnectionFileException e)
        {
            throw new UserError(e.Message, e);
        }
    }

    private static void Handle(PosixSignalContext signal, Action action)
    {
        signal.Cancel = true;
        action();
    }
}
