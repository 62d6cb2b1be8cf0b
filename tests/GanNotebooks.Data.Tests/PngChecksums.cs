using System.Buffers.Binary;

namespace GanNotebooks.Data.Tests;

/// <summary>The checksums of a PNG's chunks, which else would find all damage before anything reads it.</summary>
internal static class PngChecksums
{
    private const int Signature = 8, Head = 8, Checksum = 4;

    /// <summary>Makes every checksum right, as far as the chunks' lengths lead.</summary>
    public static void Repair(byte[] file)
    {
        for (var at = Signature; at + Head + Checksum <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            if (at + Head + length + Checksum > file.Length) return;
            var covered = file.AsSpan(at + 4, (int)length + 4);
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(at + Head + (int)length), Crc(covered));
            at += Head + (int)length + Checksum;
        }
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var k = 0; k < 8; k++) crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(int)(crc & 1));
        }
        return ~crc;
    }
}
