namespace GanNotebooks.Charts;

/// <summary>Free room around data, as fractions of its span.</summary>
internal readonly record struct Air(double Left, double Right, double Below, double Above)
{
    /// <summary>The larger of both on every side.</summary>
    public Air And(Air other) =>
        new(Math.Max(Left, other.Left), Math.Max(Right, other.Right), Math.Max(Below, other.Below), Math.Max(Above, other.Above));
}
