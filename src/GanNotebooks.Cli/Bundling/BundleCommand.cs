using System.CommandLine;
using GanNotebooks.Runtime;
using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary><c>gan bundle</c>: all NuGet packages that the project is built from, in one folder, for machines without network.</summary>
internal static class BundleCommand
{
    public static Command Create(IAnsiConsole console)
    {
        var folder = new Argument<string>("folder") { Description = "The folder for the packages: a new or empty one, or one made by this command." };
        var platform = new Option<string>("--platform") { Description = "The machines that the packages are for.", DefaultValueFactory = _ => Libtorch.Platform };
        platform.AcceptOnlyFromAmong(PackageBundle.Platforms);
        var command = new Command("bundle", "Collect all packages in a folder, for a workshop without network: there, ./gan setup --source FOLDER uses them.") { folder, platform };
        command.SetAction((parsed, cancel) => Guard.RunAsync(console, async () =>
        {
            var bundle = new PackageBundle(ProjectFolders.Find(), parsed.GetValue(platform)!);
            var (count, bytes) = await bundle.WriteAsync(parsed.GetValue(folder)!, line => console.MarkupLineInterpolated($"  {line} …"), cancel).ConfigureAwait(false);
            console.MarkupLineInterpolated($"{count} packages for {bundle.Platform}, {bytes / 1e6:N0} MB, are in {Path.GetFullPath(parsed.GetValue(folder)!)}.");
            console.MarkupLine("On the other machine: ./gan setup --source FOLDER");
            return Guard.Success;
        }));
        return command;
    }
}
