namespace GanNotebooks.Kernel.Jupyter.Zmtp;

/// <summary>The 64 bytes with which ZMTP 3.0 begins: signature, version, mechanism NULL.</summary>
internal static class Greeting
{
    private const int Length = 64;
    private const int Version = 10;
    private const int Mechanism = 12;
    private const int MechanismLength = 20;

    /// <summary>This side's greeting.</summary>
    public static byte[] Bytes { get; } = Ours();

    /// <summary>Reads the peer's greeting.</summary>
    /// <exception cref="ZmtpException">It is not a greeting, is of an older version, or asks for another mechanism.</exception>
    public static void Read(Stream stream)
    {
        Span<byte> greeting = stackalloc byte[Length];
        stream.ReadExactly(greeting[..(Version + 1)]);   // older peers stop here and wait
        if (greeting[0] != 0xff || greeting[9] != 0x7f)
        {
            throw new ZmtpException("no ZMTP greeting came first");
        }
        if (greeting[Version] < 3)
        {
            throw new ZmtpException($"the peer speaks ZMTP {greeting[Version]}; 3.0 is needed");
        }
        stream.ReadExactly(greeting[(Version + 1)..]);
        if (!greeting.Slice(Mechanism, MechanismLength).TrimEnd((byte)0).SequenceEqual("NULL"u8))
        {
            throw new ZmtpException("the peer asks for a security mechanism; Jupyter's is NULL");
        }
    }

    private static byte[] Ours()
    {
        var greeting = new byte[Length];
        (greeting[0], greeting[9], greeting[Version]) = (0xff, 0x7f, 3);
        "NULL"u8.CopyTo(greeting.AsSpan(Mechanism));
        return greeting;
    }
}
