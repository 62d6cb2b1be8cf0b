using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace GanNotebooks.Kernel.Tests.Jupyter;

/// <summary>Connection files, as front ends write them.</summary>
internal static class Connections
{
    /// <summary>Writes one with free ports.</summary>
    public static string Write(Folder folder, string key, string transport = "tcp")
    {
        var ports = transport == "tcp" ? FreePorts() : [1, 2, 3, 4, 5];
        return folder.Write("connection.json", new JsonObject
        {
            ["transport"] = transport,
            ["ip"] = transport == "tcp" ? "127.0.0.1" : Path.Combine(folder.Path, "kernel"),
            ["key"] = key,
            ["signature_scheme"] = "hmac-sha256",
            ["shell_port"] = ports[0],
            ["control_port"] = ports[1],
            ["stdin_port"] = ports[2],
            ["iopub_port"] = ports[3],
            ["hb_port"] = ports[4],
        }.ToJsonString());
    }

    public static int[] FreePorts()
    {
        var listeners = Enumerable.Range(0, 5).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }
}
