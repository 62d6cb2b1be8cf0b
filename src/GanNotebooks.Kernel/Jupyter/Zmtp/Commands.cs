using System.Buffers.Binary;
using System.Text;

namespace GanNotebooks.Kernel.Jupyter.Zmtp;

/// <summary>The commands of ZMTP 3.0: a name, then its own bytes.</summary>
internal static class Commands
{
    private const string SocketType = "Socket-Type";

    /// <summary>Splits a command into its name and the rest.</summary>
    /// <exception cref="ZmtpException">It is too short for its name.</exception>
    public static (string Name, byte[] Content) Parse(byte[] body) => body.Length > 0 && body[0] < body.Length
        ? (Encoding.ASCII.GetString(body, 1, body[0]), body[(1 + body[0])..])
        : throw new ZmtpException("a command without a name");

    /// <summary>A complete command frame.</summary>
    public static byte[] Encode(string name, ReadOnlySpan<byte> rest) =>
        Framing.EncodeCommand([(byte)name.Length, .. Encoding.ASCII.GetBytes(name), .. rest]);

    /// <summary>This side's READY command, with the type of its socket.</summary>
    public static byte[] Ready(string socketType)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, socketType.Length);
        return Encode("READY", [(byte)SocketType.Length, .. Encoding.ASCII.GetBytes(SocketType), .. length, .. Encoding.ASCII.GetBytes(socketType)]);
    }

    /// <summary>Reads a peer's READY command.</summary>
    /// <exception cref="ZmtpException">Its properties are cut short.</exception>
    public static (string SocketType, byte[] Identity) ParseReady(ReadOnlySpan<byte> properties)
    {
        var (type, identity) = (string.Empty, Array.Empty<byte>());
        while (!properties.IsEmpty)
        {
            int nameLength = properties[0];
            if (properties.Length < 1 + nameLength + 4)
            {
                throw new ZmtpException("READY ends within a property");
            }
            var name = Encoding.ASCII.GetString(properties.Slice(1, nameLength));
            properties = properties[(1 + nameLength)..];
            var valueLength = BinaryPrimitives.ReadUInt32BigEndian(properties);
            if (valueLength > properties.Length - 4)
            {
                throw new ZmtpException("READY ends within a property");
            }
            var value = properties.Slice(4, (int)valueLength);
            properties = properties[(4 + (int)valueLength)..];
            if (name.Equals(SocketType, StringComparison.OrdinalIgnoreCase))
            {
                type = Encoding.ASCII.GetString(value);
            }
            else if (name.Equals("Identity", StringComparison.OrdinalIgnoreCase))
            {
                identity = value.ToArray();
            }
        }
        return (type, identity);
    }
}
