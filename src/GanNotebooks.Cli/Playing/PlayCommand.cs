using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using GanNotebooks.Play;
using Microsoft.AspNetCore.Connections;
using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary><c>gan play</c>: the playground in the browser.</summary>
internal sealed class PlayCommand(IAnsiConsole console)
{
    /// <summary>The model that the kit ships.</summary>
    private const string Shipped = "models/digits";

    public string? Checkpoint { get; init; }

    public int Port { get; init; }

    public bool OpensBrowser { get; init; } = true;

    public static Command Create(IAnsiConsole console)
    {
        var checkpoint = new Argument<string?>("checkpoint") { Arity = ArgumentArity.ZeroOrOne, Description = "The generator to walk through: a checkpoint, or the folder that gan train saved to; the kit's digits when left out." };
        var port = new Option<int>("--port") { Description = "The port on this machine; a free one when left out." };
        var noBrowser = new Option<bool>("--no-browser") { Description = "Print the address only." };
        var command = new Command("play", "Train GANs on the plane and walk through a generator's pictures, in the browser.") { checkpoint, port, noBrowser };
        command.SetAction((parsed, _) => Guard.RunAsync(console, async () =>
        {
            using var stop = new StopSignal(console);
            return await new PlayCommand(console) { Checkpoint = parsed.GetValue(checkpoint), Port = parsed.GetValue(port), OpensBrowser = !parsed.GetValue(noBrowser) }.RunAsync(ProjectFolders.Find(), stop.Token).ConfigureAwait(false);
        }));
        return command;
    }

    /// <summary>Serves until asked to stop.</summary>
    public async Task<int> RunAsync(ProjectFolders folders, CancellationToken stop)
    {
        if (Port is < 0 or > IPEndPoint.MaxPort) throw new UserError($"--port {Port}: expected 1 to {IPEndPoint.MaxPort}, or 0 for a free one.");
        var server = await StartAsync(Checkpoint ?? Path.Combine(folders.Notebooks, Shipped)).ConfigureAwait(false);
        await using var _ = server.ConfigureAwait(false);
        console.WriteLine($"The playground is at {server.Address}");
        console.MarkupLine("Only this machine can open it. Ctrl-C ends it.");
        if (OpensBrowser && !Browser.Open(server.Address)) console.MarkupLine("No browser was found: open the address yourself.");
        await Task.Delay(Timeout.Infinite, stop).ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
        await server.StopAsync().ConfigureAwait(false);
        return Guard.Success;
    }

    private async Task<PlayServer> StartAsync(string checkpoint)
    {
        try
        {
            return await Mistake.OfAsync(() => PlayServer.StartAsync(checkpoint, Port)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is SocketException or UserError { InnerException: IOException { InnerException: AddressInUseException } })
        {
            throw new UserError($"--port {Port}: {e.Message} Name another port, or leave --port out for a free one.", e);
        }
    }
}
