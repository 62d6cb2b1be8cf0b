using System.Numerics;

namespace GanNotebooks.Data;

/// <summary>Computes the ink's centre line from a skeleton and a hand.</summary>
internal static class PenPath
{
    private const int StepsPerSpan = 8;

    /// <summary>Moves the pen along every stroke; the line is in the hand's own units, without scale.</summary>
    public static List<InkPoint> Trace(Skeleton skeleton, Handwriting hand, ref SplitMix64 random)
    {
        var ink = new List<InkPoint>(128);
        foreach (var stroke in skeleton.Strokes)
        {
            var start = ink.Count;
            foreach (var point in Curve(Shake(stroke, ref random)))
                ink.Add(new InkPoint(hand.Move(point), 1, ink.Count == start));
            Press(ink, start, ref random);
        }
        return ink;
    }

    private static SkeletonPoint[] Shake(SkeletonPoint[] stroke, ref SplitMix64 random)
    {
        var lift = random.Offset(0.02f);   // each time the pen comes down it lands a little off
        var shaken = new SkeletonPoint[stroke.Length];
        for (var i = 0; i < stroke.Length; i++)
            shaken[i] = stroke[i] with { At = stroke[i].At + lift + random.Offset(0.035f) };
        return shaken;
    }

    private static IEnumerable<Vector2> Curve(SkeletonPoint[] points)
    {
        yield return points[0].At;
        for (var i = 0; i + 1 < points.Length; i++)
        {
            var (from, to) = (points[i], points[i + 1]);
            // At an end or a corner the curve lacks a neighbouring point: mirror the other one.
            var before = i > 0 && !from.IsCorner ? points[i - 1].At : from.At + from.At - to.At;
            var after = i + 2 < points.Length && !to.IsCorner ? points[i + 2].At : to.At + to.At - from.At;
            for (var step = 1; step <= StepsPerSpan; step++)
                yield return CatmullRom(before, from.At, to.At, after, step / (float)StepsPerSpan);
        }
    }

    // Centripetal (knots apart by √distance): no cusps or loops of its own, however uneven the points.
    private static Vector2 CatmullRom(Vector2 p0, Vector2 p1, Vector2 p2, Vector2 p3, float t)
    {
        var d1 = Knot(p0, p1);
        var d2 = Knot(p1, p2);
        var d3 = Knot(p2, p3);
        var m1 = (((p1 - p0) / d1) - ((p2 - p0) / (d1 + d2)) + ((p2 - p1) / d2)) * d2;
        var m2 = (((p2 - p1) / d2) - ((p3 - p1) / (d2 + d3)) + ((p3 - p2) / d3)) * d2;
        var a = (2 * (p1 - p2)) + m1 + m2;
        var b = (-3 * (p1 - p2)) - (2 * m1) - m2;
        return (((((a * t) + b) * t) + m1) * t) + p1;
    }

    private static float Knot(Vector2 a, Vector2 b) => MathF.Sqrt(MathF.Max(Distance(a, b), 1e-4f));

    private static float Distance(Vector2 a, Vector2 b)
    {
        var (x, y) = (a.X - b.X, a.Y - b.Y);
        return MathF.Sqrt((x * x) + (y * y));
    }

    // The line is thinner where the pen is fast, thicker where it is slow, and its pressure drifts along the stroke.
    private static void Press(List<InkPoint> ink, int start, ref SplitMix64 random)
    {
        var length = 0f;
        for (var i = start + 1; i < ink.Count; i++) length += Distance(ink[i - 1].At, ink[i].At);
        var usual = MathF.Max(length / Math.Max(ink.Count - start - 1, 1), 1e-4f);
        var (first, middle, last) = (random.Bell(), random.Bell(), random.Bell());
        for (var i = start; i < ink.Count; i++)
        {
            var t = (i - start) / (float)Math.Max(ink.Count - 1 - start, 1);
            var drift = (first * (1 - t) * (1 - t)) + (2 * middle * t * (1 - t)) + (last * t * t);
            var speed = Distance(ink[Math.Max(i - 1, start)].At, ink[Math.Min(i + 1, ink.Count - 1)].At) / (2 * usual);
            var pressure = Math.Clamp(1 + (0.13f * drift) - (0.08f * (speed - 1)) + (0.05f * random.Bell()), 0.6f, 1.4f);
            ink[i] = ink[i] with { Pressure = pressure };
        }
    }
}
