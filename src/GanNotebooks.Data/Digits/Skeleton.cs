using System.Globalization;
using System.Numerics;

namespace GanNotebooks.Data;

/// <summary>One way of writing a digit: the path of the pen, before any hand has moved it.</summary>
/// <param name="Frequency">How often people write it this way, relative to the digit's other skeletons.</param>
/// <param name="Strokes">From pen down to pen up, each at least two points.</param>
internal sealed record Skeleton(float Frequency, SkeletonPoint[][] Strokes)
{
    /// <summary>Reads strokes such as <c>"12,22 55,0 10,98! 92,94"</c>: x,y in hundredths of the box, y downwards; <c>!</c> marks a sharp corner.</summary>
    public static Skeleton Parse(float frequency, params string[] strokes) =>
        new(frequency, [.. strokes.Select(stroke => stroke.Split(' ').Select(ParsePoint).ToArray())]);

    private static SkeletonPoint ParsePoint(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var y = text[(comma + 1)..].TrimEnd('!');
        return new SkeletonPoint(new Vector2(Hundredths(text[..comma]), Hundredths(y)), text.EndsWith('!'));
    }

    private static float Hundredths(string number) => int.Parse(number, CultureInfo.InvariantCulture) / 100f;
}

/// <summary>A point the pen passes.</summary>
/// <param name="At">Its position, in a box from (0, 0), its upper left, to (1, 1).</param>
/// <param name="IsCorner">Whether the pen turns sharply here instead of curving through.</param>
internal readonly record struct SkeletonPoint(Vector2 At, bool IsCorner);
