using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GanNotebooks.Kernel.Jupyter;

namespace GanNotebooks.Kernel.Tests.Jupyter;

/// <summary>What the kernel said: a message's type, its parent's id and its content.</summary>
internal sealed record Heard(string Type, string? Parent, JsonObject Content);

/// <summary>One front end: connected to a kernel's channels, and signing what it says.</summary>
internal sealed class FrontEnd : IDisposable
{
    private static int asked;
    private readonly string session = Guid.NewGuid().ToString("N");
    private readonly byte[] key;

    public FrontEnd(RunningKernel kernel) : this(kernel.Connection)
    {
    }

    public FrontEnd(ConnectionFile connection)
    {
        key = connection.Key;
        Shell = ZmtpClient.Connect(connection.EndPoint(connection.Shell), "DEALER", session);
        Control = ZmtpClient.Connect(connection.EndPoint(connection.Control), "DEALER", session);
        Stdin = ZmtpClient.Connect(connection.EndPoint(connection.Stdin), "DEALER", session);
        IOPub = ZmtpClient.Connect(connection.EndPoint(connection.IOPub), "SUB");
        IOPub.Send([1]);
        Ask(Control, "kernel_info_request");   // by now the subscription has been heard
        while (IOPub.Hears(100))
        {
            IOPub.Receive();
        }
    }

    public ZmtpClient Shell { get; }

    public ZmtpClient Control { get; }

    public ZmtpClient Stdin { get; }

    public ZmtpClient IOPub { get; }

    /// <summary>Says something, and returns its id.</summary>
    public string Say(ZmtpClient channel, string type, JsonObject? content = null) => SayJson(channel, type, (content ?? []).ToJsonString());

    /// <summary>Says something in JSON as it is written here.</summary>
    public string SayJson(ZmtpClient channel, string type, string json)
    {
        var id = $"{session}_{Interlocked.Increment(ref asked)}";
        channel.Send(Message(id, type, json));
        return id;
    }

    public byte[][] Message(string id, string type, string content)
    {
        var header = new JsonObject { ["msg_id"] = id, ["msg_type"] = type, ["session"] = session, ["username"] = "test", ["version"] = "5.3" };
        byte[][] parts = [.. new[] { header.ToJsonString(), "{}", "{}", content }.Select(Encoding.UTF8.GetBytes)];
        return ["<IDS|MSG>"u8.ToArray(), Sign(parts), .. parts];
    }

    /// <summary>Asks, and waits for the reply.</summary>
    public JsonObject Ask(ZmtpClient channel, string type, JsonObject? content = null) => ReplyTo(Say(channel, type, content), channel);

    public JsonObject ReplyTo(string id, ZmtpClient? channel = null)
    {
        Heard heard;
        do
        {
            heard = Hear(channel ?? Shell);
        }
        while (heard.Parent != id);
        return heard.Content;
    }

    /// <summary>Asks for a cell.</summary>
    public string Start(string code, JsonObject? options = null)
    {
        var content = options ?? [];
        content["code"] = code;
        return Say(Shell, "execute_request", content);
    }

    /// <summary>Runs a cell: the reply, and the outputs from busy to idle.</summary>
    public (JsonObject Reply, List<Heard> Outputs) Run(string code, JsonObject? options = null)
    {
        var id = Start(code, options);
        return (ReplyTo(id), OutputsOf(id));
    }

    public List<Heard> OutputsOf(string id)
    {
        var outputs = new List<Heard>();
        while (outputs.Count == 0 || (string?)outputs[^1].Content["execution_state"] != "idle")
        {
            var heard = Hear(IOPub);
            if (heard.Parent == id)
            {
                outputs.Add(heard);
            }
        }
        return outputs;
    }

    /// <summary>Receives a message and checks its signature.</summary>
    public Heard Hear(ZmtpClient channel)
    {
        var frames = channel.Receive();
        var at = Array.FindIndex(frames, frame => frame.AsSpan().SequenceEqual("<IDS|MSG>"u8));
        var parts = frames[(at + 2)..(at + 6)];
        if (!Sign(parts).AsSpan().SequenceEqual(frames[at + 1])) throw new InvalidDataException("The kernel's signature is wrong.");
        var json = parts.Select(part => JsonNode.Parse(part)!.AsObject()).ToList();
        return new Heard((string)json[0]["msg_type"]!, (string?)json[1]["msg_id"], json[3]);
    }

    public void Dispose()
    {
        Shell.Dispose();
        Control.Dispose();
        Stdin.Dispose();
        IOPub.Dispose();
    }

    private byte[] Sign(byte[][] parts) => Encoding.ASCII.GetBytes(Convert.ToHexStringLower(HMACSHA256.HashData(key, parts.SelectMany(part => part).ToArray())));
}
