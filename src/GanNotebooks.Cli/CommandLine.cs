using System.CommandLine;
using GanNotebooks.Runtime;
using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary>The commands that the user types, and their help.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        Libtorch.Prepare();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected) console.Profile.Width = 160;      // a log file wraps its own lines

        var root = new RootCommand(
            """
            GAN Notebooks: learn generative adversarial networks in C#.

            The launcher itself knows more commands:
              ./gan setup [--source FEED]   build again, with packages from another feed or from a folder made by bundle
              ./gan test                    run all tests
              ./gan bench                   measure training steps beside PyTorch's, where python3-torch is installed
            """)
        {
            RunCommand.Create(console),
            RunCommand.CreateCookbook(console),
            TrainCommand.Create(console),
            SampleCommand.Create(console),
            ExportCommand.Create(console),
            ShowCommand.Create(console),
            PlayCommand.Create(console),
            SiteCommand.Create(console),
            WorkshopCommand.Create(console),
            KernelCommand.Create(console),
            DataCommand.Create(console),
            DoctorCommand.Create(console),
            BundleCommand.Create(console),
            PackCommand.Create(console),
        };
        return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null }).ConfigureAwait(false);
    }
}
