using System.CommandLine;
using GanNotebooks.Runtime;
using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary><c>gan pack</c>: writes the library as a NuGet package, for notebooks and programs outside this project.</summary>
internal static class PackCommand
{
    public static Command Create(IAnsiConsole console)
    {
        var folder = new Argument<string>("folder") { Description = "The folder for the package; earlier packages in it are kept." };
        var platform = new Option<string>("--platform") { Description = "The machines that the package is for.", DefaultValueFactory = _ => Libtorch.Platform };
        platform.AcceptOnlyFromAmong(PackageBundle.Platforms);
        var command = new Command("pack", "Write the library as a NuGet package into a folder, for notebooks of your own anywhere on the disk.") { folder, platform };
        command.SetAction((parsed, cancel) => Guard.RunAsync(console, async () =>
        {
            using var output = OutputFolder.Open(parsed.GetValue(folder)!, "Name another folder.");
            var target = output.Path;
            var package = await new LibraryPackage(ProjectFolders.Find(), parsed.GetValue(platform)!).WriteAsync(target, cancel).ConfigureAwait(false);
            console.MarkupLineInterpolated($"{package} is in {target}.");
            console.MarkupLine("In a notebook, with the kit's kernel or .NET Interactive:");
            console.MarkupLineInterpolated($"  #i \"nuget: {target}\"");
            console.MarkupLineInterpolated($"  #r \"nuget: {LibraryPackage.Name}\"");
            return Guard.Success;
        }));
        return command;
    }
}
