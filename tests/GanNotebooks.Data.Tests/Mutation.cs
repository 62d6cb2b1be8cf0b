namespace GanNotebooks.Data.Tests;

/// <summary>Damage to files as disks, networks and ill will do it.</summary>
internal static class Mutation
{
    private static readonly byte[] Extremes = [0, 1, 0x7F, 0x80, 0xFE, 0xFF];

    /// <summary>A copy of one of the files with one to six kinds of damage.</summary>
    public static byte[] Of(byte[][] files, Random random)
    {
        var bytes = new List<byte>(files[random.Next(files.Length)]);
        for (var left = random.Next(1, 7); left > 0 && bytes.Count > 0; left--)
        {
            // Headers are where damage does most: half of it goes to the first 64 bytes.
            var at = random.Next(random.Next(2) == 0 ? Math.Min(64, bytes.Count) : bytes.Count);
            switch (random.Next(7))
            {
                case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: bytes[at] = (byte)random.Next(256); break;
                case 2: bytes[at] = Extremes[random.Next(Extremes.Length)]; break;
                case 3: for (var i = at; i < Math.Min(at + 4, bytes.Count); i++) bytes[i] = Extremes[random.Next(Extremes.Length)]; break;
                case 4: bytes.RemoveRange(at, random.Next(Math.Min(bytes.Count - at, 40)) + 1); break;
                case 5: bytes.InsertRange(at, bytes.GetRange(at, random.Next(Math.Min(bytes.Count - at, 200)))); break;
                default: if (random.Next(3) == 0) bytes.RemoveRange(at, bytes.Count - at); break;
            }
        }
        return [.. bytes];
    }
}
