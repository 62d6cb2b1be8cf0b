namespace GanNotebooks.Charts;

/// <summary>A rectangle in pixels, y downwards.</summary>
internal readonly record struct Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    /// <summary>The rectangle after scaling and moving.</summary>
    public Box Placed(double factorX, double factorY, double moveX = 0, double moveY = 0) =>
        new((X * factorX) + moveX, (Y * factorY) + moveY, Width * factorX, Height * factorY);
}
