using System.Numerics;

namespace GanNotebooks.Data;

/// <summary>Steele, Lea and Flood's SplitMix64: 64 bits of state, the same numbers on every platform.</summary>
internal struct SplitMix64(ulong seed)
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;
    private ulong state = seed;

    /// <summary>The random number generator for item <paramref name="index"/> of the seed's stream.</summary>
    public static SplitMix64 For(long seed, long index) =>
        new(Mix((ulong)seed + GoldenGamma) ^ Mix(((ulong)index * GoldenGamma) + 1));

    /// <summary>64 random bits.</summary>
    public ulong Next() => Mix(state += GoldenGamma);

    /// <summary>A whole number in [0, <paramref name="limit"/>).</summary>
    public int Below(int limit) => (int)(((Next() >> 32) * (ulong)limit) >> 32);

    /// <summary>A number in [0, 1), a multiple of 2⁻²⁴.</summary>
    public float Unit() => (Next() >> 40) * (1f / (1 << 24));

    /// <summary>A uniform random number from <paramref name="low"/> to <paramref name="high"/>.</summary>
    public float Between(float low, float high) => low + ((high - low) * Unit());

    /// <summary>A random number of mean 0, variance 1, never beyond ±3.5: the sum of four uniform numbers, whose missing tails keep strokes whole.</summary>
    public float Bell() => (Unit() + Unit() + Unit() + Unit() - 2) * 1.7320508f;

    /// <summary>Two independent <see cref="Bell"/> numbers, each times <paramref name="spread"/>.</summary>
    public Vector2 Offset(float spread)
    {
        var x = Bell();
        return new Vector2(x * spread, Bell() * spread);
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
