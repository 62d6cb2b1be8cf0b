using System.Runtime.InteropServices;
using GanNotebooks.Kernel.Jupyter;
using GanNotebooks.Kernel.Sessions;

namespace GanNotebooks.Cli;

/// <summary>Runs this process as a kernel. It talks to the front ends and watches a second process, which runs the cells: when that process ends, the kernel does not.</summary>
internal static class KernelProcess
{
    /// <summary>Serves one or more front ends until one of them ends it, or the process that started it ends.</summary>
    /// <param name="connectionFile">The file with the addresses to listen on, and the key.</param>
    /// <exception cref="UserError">The file cannot be used.</exception>
    public static int Run(string connectionFile)
    {
        using var session = new WatchedSession(CellProcess.Program, Directory.GetCurrentDirectory(), Console.Error);   // first: it takes longest
        using var kernel = Start(connectionFile, session);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Handle(signal, kernel.Interrupt));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Handle(signal, kernel.Stop));
        ParentProcess.WhenEnded(kernel.Stop);
        kernel.Ended.Wait();
        return Guard.Success;
    }

    /// <summary>Like <see cref="Run"/>; a mistake is printed, not thrown.</summary>
    public static int RunPlain(string connectionFile)
    {
        try
        {
            return Run(connectionFile);
        }
        catch (UserError mistake)
        {
            Console.Error.WriteLine($"error: {mistake.Message}");
            return Guard.Failure;
        }
    }

    private static JupyterKernel Start(string connectionFile, WatchedSession session)
    {
        try
        {
            return new JupyterKernel(ConnectionFile.Read(connectionFile), Directory.GetCurrentDirectory(), Console.Error, () => session);
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
