using GanNotebooks.Kernel.Sessions;
using GanNotebooks.Runtime;

namespace GanNotebooks.Cli;

/// <summary>This program as the process that runs the cells of a kernel or of <c>gan run</c>.</summary>
internal static class CellProcess
{
    /// <summary>The first argument that makes it one.</summary>
    public const string Name = "run-cells";

    /// <summary>How to start it.</summary>
    public static SessionProgram Program { get; } = new(KernelInstallation.Program[0], [KernelInstallation.Program[1], Name]);

    /// <summary>Runs cells until the process that has started this one says so or ends.</summary>
    /// <param name="arguments">Those after the name.</param>
    public static void Run(IReadOnlyList<string> arguments)
    {
        Libtorch.Prepare();
        KernelDisplays.Offer();
        SessionServer.Run(arguments);
    }
}
