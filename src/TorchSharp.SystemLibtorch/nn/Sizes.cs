namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        private static long[] Square(long side) => [side, side];
        private static long[]? Square(long? side) => side is { } s ? [s, s] : null;
        private static long[] Sides((long, long) sizes) => [sizes.Item1, sizes.Item2];
        private static long[]? Sides((long, long)? sizes) => sizes is { } s ? [s.Item1, s.Item2] : null;
        private static long[] Sides((long, long, long, long) sizes) => [sizes.Item1, sizes.Item2, sizes.Item3, sizes.Item4];
    }
}
