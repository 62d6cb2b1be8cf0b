using System.CommandLine;
using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary><c>gan kernel</c>: the C# kernel for VS Code and Jupyter.</summary>
internal static class KernelCommand
{
    private const string CompletionSetting = """
        "jupyter.completionTriggerCharacters": { "csharp": ["."] }
        """;

    public static Command Create(IAnsiConsole console) => new("kernel", "Run notebooks in VS Code and Jupyter: install this program as their C# kernel.")
    {
        Install(console), List(console), Uninstall(console), Run(console),
    };

    private static Command Install(IAnsiConsole console)
    {
        var user = new Option<bool>("--user") { Description = "Install for this user (the default)." };
        var prefix = Prefix();
        var name = new Option<string?>("--name") { Description = $"The kernel's name; when left out {KernelInstallation.UsualName}, or {KernelInstallation.OtherName} beside a kernel that has that name." };
        var force = new Option<bool>("--force") { Description = "Replace a kernel of that name that this program did not install." };
        var command = new Command("install", "Make this program known to VS Code and Jupyter. Do it again after moving the project.") { user, prefix, name, force };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(user) && parsed.GetValue(prefix) is not null) parsed.AddError("--user and --prefix name two places: choose one.");
        });
        command.SetAction((parsed, _) => Guard.RunAsync(console, () =>
        {
            var under = parsed.GetValue(prefix);
            var kernel = new KernelInstallation(Target(under)).Install(parsed.GetValue(name), parsed.GetValue(force), under is null ? KernelFolders.All() : []);
            console.MarkupLineInterpolated($"Installed [green]{kernel.Name}[/] in {kernel.Folder}.");
            console.MarkupLineInterpolated($"1. In VS Code, with the extension Jupyter (Python is not needed): open the project's folder and trust it, before you choose a kernel.");
            console.MarkupLineInterpolated($"2. Open notebooks/00-start-here.ipynb, choose Run All, and if VS Code asks for a kernel, take Jupyter Kernel… → \"{kernel.DisplayName}\". Jupyter itself finds the kernel by that name.");
            console.MarkupLineInterpolated($"3. For completion after a dot, add to your user settings: {CompletionSetting}");
            return Task.FromResult(Guard.Success);
        }));
        return command;
    }

    private static Command List(IAnsiConsole console)
    {
        var prefix = Prefix();
        var command = new Command("list", "Show the kernels that VS Code and Jupyter find, and whether this one can start.") { prefix };
        command.SetAction((parsed, _) => Guard.RunAsync(console, () =>
        {
            var under = parsed.GetValue(prefix);
            var table = new Table().Border(TableBorder.Rounded).AddColumns("Name", "Shown as", "Folder", "");
            foreach (var kernel in (under is null ? KernelFolders.All() : [Target(under)]).SelectMany(KernelSpec.In))
                table.AddRow(Markup.Escape(kernel.Name), Markup.Escape(kernel.DisplayName), Markup.Escape(kernel.Folder), State(kernel));
            console.Write(table);
            return Task.FromResult(Guard.Success);
        }));
        return command;
    }

    private static Command Uninstall(IAnsiConsole console)
    {
        var prefix = Prefix();
        var name = new Option<string?>("--name") { Description = "The kernel's name; when left out every kernel that this program installed there." };
        var command = new Command("uninstall", "Remove the kernel from VS Code and Jupyter.") { prefix, name };
        command.SetAction((parsed, _) => Guard.RunAsync(console, () =>
        {
            foreach (var kernel in new KernelInstallation(Target(parsed.GetValue(prefix))).Uninstall(parsed.GetValue(name)))
                console.MarkupLineInterpolated($"Removed {kernel.Folder}.");
            return Task.FromResult(Guard.Success);
        }));
        return command;
    }

    private static Command Run(IAnsiConsole console)
    {
        var file = new Argument<string>("connection-file") { Description = "A JSON file that the front end has written." };
        var command = new Command("run", "Start the kernel; VS Code and Jupyter do this by themselves.") { file };
        command.SetAction((parsed, _) => Guard.RunAsync(console, () => Task.FromResult(KernelProcess.Run(parsed.GetValue(file)!))));
        return command;
    }

    private static Option<string?> Prefix() => new("--prefix") { Description = "A folder such as that of a Python environment; the kernel is in share/jupyter/kernels below it." };

    private static string Target(string? prefix) => prefix is null ? KernelFolders.User : KernelFolders.Under(prefix);

    private static string State(KernelSpec kernel) => kernel switch
    {
        { IsOurs: false } => "",
        { CanStart: true } => "[green]this program's[/]",
        _ => "[red]its program was moved or removed: ./gan kernel install repairs it[/]",
    };
}
