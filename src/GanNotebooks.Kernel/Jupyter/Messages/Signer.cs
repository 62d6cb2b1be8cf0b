using System.Security.Cryptography;
using System.Text;

namespace GanNotebooks.Kernel.Jupyter.Messages;

/// <summary>Signs messages and checks signatures: HMAC-SHA256 over header, parent header, metadata and content.</summary>
internal sealed class Signer(byte[] key)
{
    private const int Remembered = 1 << 16;

    private readonly Lock gate = new();
    private readonly HashSet<string> seen = [];
    private readonly Queue<string> order = new();

    /// <summary>The signature as in a message: lower-case hexadecimal digits.</summary>
    public byte[] Sign(ReadOnlySpan<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (var part in parts)
        {
            hash.AppendData(part);
        }
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Whether the parts were signed with the key, and are not a repeated message.</summary>
    public bool Accepts(byte[] signature, ReadOnlySpan<byte[]> parts) =>
        CryptographicOperations.FixedTimeEquals(signature, Sign(parts)) && IsNew(Encoding.ASCII.GetString(signature));

    private bool IsNew(string signature)
    {
        lock (gate)
        {
            if (!seen.Add(signature))
            {
                return false;
            }
            order.Enqueue(signature);
            if (order.Count > Remembered)
            {
                seen.Remove(order.Dequeue());
            }
            return true;
        }
    }
}
