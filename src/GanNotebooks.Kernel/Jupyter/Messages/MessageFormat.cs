using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GanNotebooks.Kernel.Jupyter.Messages;

/// <summary>Reads and writes Jupyter's messages as frames: identities, delimiter, signature, four JSON objects.</summary>
internal sealed class MessageFormat(byte[] key)
{
    /// <summary>The version of Jupyter's protocol that this kernel uses.</summary>
    public const string Version = "5.4";

    private const int Parts = 4;
    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly byte[] Empty = "{}"u8.ToArray();
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Signer signer = new(key);
    private readonly string session = Guid.NewGuid().ToString();
    private long sent;

    /// <summary>Reads a message.</summary>
    /// <param name="identity">The sender's identity.</param>
    /// <param name="frames">The message's frames.</param>
    /// <exception cref="MessageException">The frames are not correctly signed, or not a message.</exception>
    public Request Read(byte[] identity, byte[][] frames)
    {
        var start = Array.FindIndex(frames, frame => frame.AsSpan().SequenceEqual(Delimiter));
        if (start < 0 || frames.Length < start + 2 + Parts)
        {
            throw new MessageException("a message without Jupyter's delimiter and parts");
        }
        var parts = frames.AsSpan(start + 2, Parts);
        if (!signer.Accepts(frames[start + 1], parts))
        {
            throw new MessageException("a message was not signed with this kernel's key, or came twice");
        }
        try
        {
            var header = ParseObject(parts[0]);
            return new Request
            {
                Identity = identity,
                Type = header.RequiredText("msg_type"),
                Session = header.Text("session") ?? string.Empty,
                Header = parts[0],
                Metadata = ParseObject(parts[2]),
                Content = ParseObject(parts[3]),
            };
        }
        catch (JsonException e)
        {
            throw new MessageException($"a message's JSON cannot be read: {e.Message}");
        }
    }

    /// <summary>Writes a message, without identities.</summary>
    /// <param name="type">For example stream.</param>
    /// <param name="parentHeader">The header of the request that caused it; null when there was no request.</param>
    /// <param name="content">Its content.</param>
    public byte[][] Write(string type, byte[]? parentHeader, JsonObject content)
    {
        byte[][] parts = [Header(type), parentHeader ?? Empty, Empty, ToBytes(content)];
        return [Delimiter, signer.Sign(parts), .. parts];
    }

    private byte[] Header(string type) => ToBytes(new JsonObject
    {
        ["msg_id"] = string.Create(CultureInfo.InvariantCulture, $"{session}_{Interlocked.Increment(ref sent)}"),
        ["username"] = "kernel",
        ["session"] = session,
        ["date"] = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture),
        ["msg_type"] = type,
        ["version"] = Version,
    });

    private static byte[] ToBytes(JsonObject json)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, Relaxed))
        {
            json.WriteTo(writer);
        }
        return bytes.WrittenSpan.ToArray();
    }

    private static JsonElement ParseObject(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? document.RootElement.Clone()
            : throw new JsonException("an object was expected.");
    }
}
