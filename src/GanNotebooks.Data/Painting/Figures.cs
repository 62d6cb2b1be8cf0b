using System.Numerics;

namespace GanNotebooks.Data.Painting;

/// <summary>An ellipse; its distance is a first-order estimate, exact for circles.</summary>
internal sealed record Ellipse(float X, float Y, float RadiusX, float RadiusY) : SignedDistance
{
    public override Rectangle Bounds => new(X - RadiusX, Y - RadiusY, X + RadiusX, Y + RadiusY);

    public override float Distance(float x, float y)
    {
        var (u, v) = ((x - X) / RadiusX, (y - Y) / RadiusY);
        var length = MathF.Sqrt((u * u) + (v * v));
        var (du, dv) = (u / RadiusX, v / RadiusY);
        var slope = MathF.Sqrt((du * du) + (dv * dv));
        return slope < 1e-6f ? -MathF.Min(RadiusX, RadiusY) : length * (length - 1) / slope;
    }
}

/// <summary>A rectangle with rounded corners.</summary>
internal sealed record RoundBox(float X, float Y, float HalfWidth, float HalfHeight, float Corner) : SignedDistance
{
    public override Rectangle Bounds => new(X - HalfWidth, Y - HalfHeight, X + HalfWidth, Y + HalfHeight);

    public override float Distance(float x, float y)
    {
        var (dx, dy) = (MathF.Abs(x - X) - HalfWidth + Corner, MathF.Abs(y - Y) - HalfHeight + Corner);
        var (ox, oy) = (MathF.Max(dx, 0), MathF.Max(dy, 0));
        return MathF.Sqrt((ox * ox) + (oy * oy)) + MathF.Min(MathF.Max(dx, dy), 0) - Corner;
    }
}

/// <summary>A pen's line through points.</summary>
internal sealed record ThickLine(float Width, params Vector2[] Points) : SignedDistance
{
    public override Rectangle Bounds { get; } = Around(Points).Grown(Width / 2);

    /// <summary>A line along the quadratic curve that starts and ends at two points and leans towards a third.</summary>
    public static ThickLine Curve(float width, Vector2 from, Vector2 towards, Vector2 to, int steps = 6) =>
        new(width, [.. Enumerable.Range(0, steps + 1).Select(i => At(from, towards, to, i / (float)steps))]);

    public override float Distance(float x, float y)
    {
        var nearest = float.MaxValue;
        for (var i = 1; i < Points.Length; i++)
        {
            var (from, to) = (Points[i - 1], Points[i]);
            var (ax, ay, dx, dy) = (to.X - from.X, to.Y - from.Y, x - from.X, y - from.Y);
            var t = Math.Clamp(((dx * ax) + (dy * ay)) / MathF.Max((ax * ax) + (ay * ay), 1e-9f), 0, 1);
            (dx, dy) = (dx - (t * ax), dy - (t * ay));
            nearest = MathF.Min(nearest, (dx * dx) + (dy * dy));
        }
        return MathF.Sqrt(nearest) - (Width / 2);
    }

    internal static Rectangle Around(Vector2[] points) =>
        points.Aggregate(new Rectangle(points[0].X, points[0].Y, points[0].X, points[0].Y), (box, p) => Rectangle.Around(box, new Rectangle(p.X, p.Y, p.X, p.Y)));

    private static Vector2 At(Vector2 from, Vector2 towards, Vector2 to, float t) =>
        (from * ((1 - t) * (1 - t))) + (towards * (2 * t * (1 - t))) + (to * (t * t));
}

/// <summary>A filled polygon, convex or not.</summary>
internal sealed record Polygon(params Vector2[] Corners) : SignedDistance
{
    private readonly ThickLine edge = new(0, [.. Corners, Corners[0]]);

    public override Rectangle Bounds => edge.Bounds;

    public override float Distance(float x, float y) => IsInside(x, y) ? -edge.Distance(x, y) : edge.Distance(x, y);

    private bool IsInside(float x, float y)
    {
        var inside = false;
        for (var i = 0; i < Corners.Length; i++)
        {
            var (a, b) = (Corners[i], Corners[(i + 1) % Corners.Length]);
            if (a.Y > y != b.Y > y && x < a.X + ((y - a.Y) / (b.Y - a.Y) * (b.X - a.X))) inside = !inside;
        }
        return inside;
    }
}

/// <summary>Several shapes as one.</summary>
internal sealed record Group(params SignedDistance[] Parts) : SignedDistance
{
    public override Rectangle Bounds { get; } = Parts.Select(part => part.Bounds).Aggregate(Rectangle.Around);

    public override float Distance(float x, float y)
    {
        var nearest = float.MaxValue;
        foreach (var part in Parts) nearest = MathF.Min(nearest, part.Distance(x, y));
        return nearest;
    }
}
