using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace GanNotebooks.Kernel.Jupyter;

/// <summary>The addresses on which a kernel should listen, and the key that signs its messages.</summary>
public sealed record ConnectionFile
{
    private const string Scheme = "hmac-sha256";

    private ConnectionFile()
    {
    }

    /// <summary>"tcp" or "ipc".</summary>
    public required string Transport { get; init; }

    /// <summary>The address to bind; with ipc the start of the sockets' paths.</summary>
    public required string Address { get; init; }

    /// <summary>The port of requests (with ipc the number at the path's end).</summary>
    public required int Shell { get; init; }

    /// <summary>The port of interrupts and shutdowns.</summary>
    public required int Control { get; init; }

    /// <summary>The port of questions to the user.</summary>
    public required int Stdin { get; init; }

    /// <summary>The port of outputs.</summary>
    public required int IOPub { get; init; }

    /// <summary>The port of the heartbeat.</summary>
    public required int Heartbeat { get; init; }

    /// <summary>The key of HMAC-SHA256.</summary>
    public required byte[] Key { get; init; }

    /// <summary>Reads a connection file.</summary>
    /// <param name="path">The file whose name a front end passes.</param>
    /// <exception cref="ConnectionFileException">It cannot be read, or something in it is missing or cannot be used.</exception>
    public static ConnectionFile Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            return Parse(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or FormatException)
        {
            throw new ConnectionFileException($"{path}: {e.Message} A connection file is JSON that a Jupyter front end writes; it names addresses, ports and a key.", e);
        }
    }

    /// <summary>The endpoint of one of the ports.</summary>
    internal EndPoint EndPoint(int port) => Transport == "ipc"
        ? new UnixDomainSocketEndPoint($"{Address}-{port}")
        : new IPEndPoint(IPAddress.Parse(Address), port);

    private static ConnectionFile Parse(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("it holds no JSON object.");
        }
        var transport = Text("transport", "tcp");
        if (transport is not ("tcp" or "ipc"))
        {
            throw new FormatException($"the transport \"{transport}\" is not known; tcp and ipc are.");
        }
        var scheme = Text("signature_scheme", Scheme);
        if (scheme != Scheme)
        {
            throw new FormatException($"the signature scheme \"{scheme}\" is not known; {Scheme} is.");
        }
        var key = Text("key", string.Empty);
        if (key.Length == 0)
        {
            throw new FormatException("it has no key, and unsigned messages are not obeyed.");
        }
        var address = Text("ip", "127.0.0.1");
        address = address == "localhost" && transport == "tcp" ? "127.0.0.1" : address;
        if (transport == "tcp" && !IPAddress.TryParse(address, out _))
        {
            throw new FormatException($"the ip \"{address}\" is no IP address.");
        }
        return new ConnectionFile
        {
            Transport = transport,
            Address = address,
            Key = System.Text.Encoding.UTF8.GetBytes(key),
            Shell = Port("shell_port"),
            Control = Port("control_port"),
            Stdin = Port("stdin_port"),
            IOPub = Port("iopub_port"),
            Heartbeat = Port("hb_port"),
        };

        string Text(string name, string absent) => !root.TryGetProperty(name, out var value) ? absent
            : value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new FormatException($"\"{name}\" is no text.");

        int Port(string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var port) && port is > 0 and <= IPEndPoint.MaxPort
            ? port
            : throw new FormatException($"\"{name}\" must be a number from 1 to {IPEndPoint.MaxPort}.");
    }
}
