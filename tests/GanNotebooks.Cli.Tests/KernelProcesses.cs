using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using GanNotebooks.Kernel.Jupyter;
using GanNotebooks.Kernel.Tests;
using GanNotebooks.Kernel.Tests.Jupyter;

namespace GanNotebooks.Cli.Tests;

/// <summary>The installed kernel as front ends start it, with a front end.</summary>
internal sealed class KernelProcesses : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Folder folder = new();

    /// <summary>Starts the kernel.</summary>
    /// <param name="by">A program that starts it in turn, and its arguments; none: this process.</param>
    public KernelProcesses(params string[] by)
    {
        var file = Connections.Write(folder, "a key");
        string[] command = [.. by, "dotnet", Path.Combine(AppContext.BaseDirectory, "gan.dll"), "kernel", "run", file];
        if (by is ["sh", ..]) command = ["sh", "-c", string.Join(' ', command[1..].Select(part => $"'{part}'")) + " & wait"];
        Started = Process.Start(new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = folder.Path, RedirectStandardError = true, RedirectStandardOutput = true })!;
        Started.BeginErrorReadLine();
        Started.BeginOutputReadLine();
        Connection = ConnectionFile.Read(file);
        Front = Connect();
    }

    /// <summary>The process that was started: the kernel, or the one that starts it.</summary>
    public Process Started { get; }

    public ConnectionFile Connection { get; }

    public FrontEnd Front { get; }

    /// <summary>The number of the process that runs the cells.</summary>
    public int CellProcess() => int.Parse((string)Front.Run("Environment.ProcessId").Outputs.Single(output => output.Type == "execute_result").Content["data"]!["text/plain"]!, CultureInfo.InvariantCulture);

    public FrontEnd Connect()
    {
        for (var clock = Stopwatch.StartNew(); ; Thread.Sleep(20))
        {
            try
            {
                return new FrontEnd(Connection);
            }
            catch (SocketException) when (clock.Elapsed < Patience)
            {
                // It does not listen yet.
            }
        }
    }

    /// <summary>Waits until nobody listens on the kernel's ports.</summary>
    public async Task<bool> PortsGetFree()
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience; await Task.Delay(50))
        {
            using var socket = new TcpClient();
            try
            {
                await socket.ConnectAsync("127.0.0.1", Connection.Shell);
            }
            catch (SocketException)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Waits until a process has ended.</summary>
    public static async Task<bool> Ends(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            using var enough = new CancellationTokenSource(Patience);
            await process.WaitForExitAsync(enough.Token);
            return true;
        }
        catch (ArgumentException)
        {
            return true;     // it has ended already
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        Front.Dispose();
        Started.Kill(entireProcessTree: true);
        Started.WaitForExit();
        Started.Dispose();
        folder.Dispose();
    }
}
