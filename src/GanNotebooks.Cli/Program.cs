using System.CommandLine;
using GanNotebooks.Cli;
using Spectre.Console;

// Cells write to Console.Out: what this program itself says goes to the stream as it was at the start.
var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
if (Console.IsOutputRedirected) console.Profile.Width = 160;      // a log file wraps its own lines

var root = new RootCommand(
    """
    GAN Notebooks: learn generative adversarial networks in C#.

    The launcher itself knows more commands:
      ./gan setup [--stack nuget|system]   install and build what is needed (happens by itself on first use)
      ./gan test                           run all tests
      ./gan bench                          measure training steps beside PyTorch's, where python3-torch is installed
    """)
{
    RunCommand.Create(console),
    TrainCommand.Create(console),
    SampleCommand.Create(console),
    ShowCommand.Create(console),
    KernelCommand.Create(console),
    DataCommand.Create(console),
    DoctorCommand.Create(console),
};
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
