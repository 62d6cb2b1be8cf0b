using GanNotebooks.Kernel.Sessions;
using GanNotebooks.Runtime;

namespace GanNotebooks.Cli;

/// <summary>Runs this program as the process for the cells of a kernel or of <c>gan run</c>.</summary>
internal static class CellProcess
{
    /// <summary>The first argument that starts it as such a process.</summary>
    public const string Name = "run-cells";

    /// <summary>The command that starts it.</summary>
    public static SessionProgram Program { get; } = new(KernelInstallation.Program[0], [KernelInstallation.Program[1], Name]);

    /// <summary>Runs cells until the process that started this one asks it to end, or ends itself.</summary>
    /// <param name="arguments">The arguments after the name.</param>
    public static void Run(IReadOnlyList<string> arguments)
    {
        Libtorch.Prepare();
        KernelDisplays.Offer();
        SessionServer.Run(arguments);
    }
}
