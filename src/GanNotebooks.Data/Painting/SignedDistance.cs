namespace GanNotebooks.Data.Painting;

/// <summary>A shape by the distance to its edge: negative inside, positive outside, in the picture's units.</summary>
/// <remarks>
/// Computed with additions, products, quotients and square roots only, which every processor rounds alike: the same shape has the same pixels everywhere.
/// </remarks>
internal abstract record SignedDistance
{
    /// <summary>A rectangle that holds the shape.</summary>
    public abstract Rectangle Bounds { get; }

    /// <summary>The distance of a point to the edge, exact near it.</summary>
    public abstract float Distance(float x, float y);

    /// <summary>The part that this shape and another share.</summary>
    public SignedDistance Within(SignedDistance other) => new Intersection(this, other);

    /// <summary>This shape without what another covers.</summary>
    public SignedDistance Without(SignedDistance other) => new Difference(this, other);

    /// <summary>The line of a given width along this shape's edge.</summary>
    public SignedDistance Outline(float width) => new Edge(this, width / 2);

    private sealed record Intersection(SignedDistance First, SignedDistance Second) : SignedDistance
    {
        public override Rectangle Bounds { get; } = Rectangle.Common(First.Bounds, Second.Bounds);

        public override float Distance(float x, float y) => MathF.Max(First.Distance(x, y), Second.Distance(x, y));
    }

    private sealed record Difference(SignedDistance First, SignedDistance Second) : SignedDistance
    {
        public override Rectangle Bounds => First.Bounds;

        public override float Distance(float x, float y) => MathF.Max(First.Distance(x, y), -Second.Distance(x, y));
    }

    private sealed record Edge(SignedDistance Of, float Half) : SignedDistance
    {
        public override Rectangle Bounds { get; } = Of.Bounds.Grown(Half);

        public override float Distance(float x, float y) => MathF.Abs(Of.Distance(x, y)) - Half;
    }
}
