namespace GanNotebooks.Data.Painting;

/// <summary>A rectangle of the picture, in its units; y grows downwards.</summary>
internal readonly record struct Rectangle(float Left, float Top, float Right, float Bottom)
{
    /// <summary>The smallest rectangle around both.</summary>
    public static Rectangle Around(Rectangle a, Rectangle b) =>
        new(MathF.Min(a.Left, b.Left), MathF.Min(a.Top, b.Top), MathF.Max(a.Right, b.Right), MathF.Max(a.Bottom, b.Bottom));

    /// <summary>The part that both cover.</summary>
    public static Rectangle Common(Rectangle a, Rectangle b) =>
        new(MathF.Max(a.Left, b.Left), MathF.Max(a.Top, b.Top), MathF.Min(a.Right, b.Right), MathF.Min(a.Bottom, b.Bottom));

    /// <summary>Whether a point lies in the rectangle.</summary>
    public bool Holds(float x, float y) => x >= Left && x <= Right && y >= Top && y <= Bottom;

    /// <summary>The rectangle, wider by <paramref name="margin"/> on every side.</summary>
    public Rectangle Grown(float margin) => new(Left - margin, Top - margin, Right + margin, Bottom + margin);
}
