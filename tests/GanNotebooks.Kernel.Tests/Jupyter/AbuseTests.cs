using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace GanNotebooks.Kernel.Tests.Jupyter;

/// <summary>What does not come from a front end, and what comes broken.</summary>
public sealed class AbuseTests : IDisposable
{
    private readonly RunningKernel kernel = new();
    private readonly FrontEnd front;

    public AbuseTests() => front = new FrontEnd(kernel);

    public void Dispose()
    {
        front.Dispose();
        kernel.Dispose();
    }

    [Fact]
    public void A_cell_that_is_not_signed_never_runs()
    {
        var witness = Path.Combine(kernel.Folder.Path, "ran");
        var good = front.Message("id", "execute_request", new JsonObject { ["code"] = $"System.IO.File.WriteAllText(@\"{witness}\", \"\");" }.ToJsonString());
        foreach (var signature in new byte[][] { [], new byte[64], good[1][..^1], [.. good[1], 0], [.. good[1].Reverse()] })
        {
            front.Shell.Send([good[0], signature, .. good[2..]]);
        }
        front.Shell.Send([good[0], good[1], .. good[2..5], [.. good[5], (byte)' ']]);
        Assert.Equal("ok", (string?)front.Run("1").Reply["status"]);
        Assert.False(File.Exists(witness));
        front.Shell.Send(good);   // it would have, rightly signed
        front.ReplyTo("id");
        Assert.True(File.Exists(witness));
    }

    /// <remarks>Random frames, mutated messages, mutated bytes on the wire, and signed nonsense. GAN_FUZZ_ROUNDS and GAN_FUZZ_SEED attack otherwise.</remarks>
    [Fact]
    public void Ten_thousand_broken_messages_leave_the_kernel_alive()
    {
        var rounds = Variable("GAN_FUZZ_ROUNDS", 10_000);
        var seed = Variable("GAN_FUZZ_SEED", 1);
        var random = new Random(seed);
        var watch = Stopwatch.StartNew();
        var connection = kernel.Connection;
        (EndPoint At, string Type)[] targets =
        [
            (connection.EndPoint(connection.Shell), "DEALER"), (connection.EndPoint(connection.Control), "DEALER"),
            (connection.EndPoint(connection.Stdin), "DEALER"), (connection.EndPoint(connection.IOPub), "SUB"), (connection.EndPoint(connection.Heartbeat), "REQ"),
        ];
        var clients = targets.Select(target => ZmtpClient.Connect(target.At, target.Type)).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            var at = random.Next(targets.Length);
            try
            {
                Misbehave(clients[at], random);
            }
            catch (IOException)
            {
                clients[at].Dispose();   // closed for what it said
                clients[at] = ZmtpClient.Connect(targets[at].At, targets[at].Type);
            }
        }
        Array.ForEach(clients, client => client.Dispose());
        using var after = new FrontEnd(kernel);
        Assert.Equal("ok", (string?)after.Run("6 * 7").Reply["status"]);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30 + rounds / 500));
    }

    private static int Variable(string name, int absent) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : absent;

    private void Misbehave(ZmtpClient client, Random random)
    {
        string[] types = ["execute_request", "complete_request", "history_request", "comm_open", "input_reply", "nonsense", ""];
        var message = front.Message($"{random.Next()}", types[random.Next(types.Length)], Nonsense(random).ToJsonString());
        switch (random.Next(10))
        {
            case 0:
                client.Send([.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => Bytes(random, random.Next(300)))]);
                break;
            case < 5:
                message[random.Next(message.Length)] = Bytes(random, random.Next(80));
                client.Send(message);
                break;
            case < 7:
                var wire = GanNotebooks.Kernel.Jupyter.Zmtp.Framing.Encode(message);
                wire[random.Next(random.Next(2) == 0 ? 12 : wire.Length)] = (byte)random.Next(256);
                client.Stream.Write(wire);
                break;
            default:
                client.Send(message);   // signed, and still nonsense
                break;
        }
    }

    // Nothing in here compiles, let alone does harm.
    private static JsonObject Nonsense(Random random)
    {
        string[] names = ["code", "cursor_pos", "silent", "user_expressions", "hist_access_type", "n", "value", "comm_id", "pattern"];
        JsonNode?[] values = [null, true, random.Next(), "#!", "tail", random.NextDouble() * 1e300, new JsonArray(), new JsonObject { ["x"] = 1 }, "\ud83d\ude00 \u0000 }{"];
        var content = new JsonObject();
        for (var i = random.Next(5); i > 0; i--)
        {
            content[names[random.Next(names.Length)]] = values[random.Next(values.Length)]?.DeepClone();
        }
        return content;
    }

    private static byte[] Bytes(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
