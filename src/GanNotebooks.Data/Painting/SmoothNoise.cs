namespace GanNotebooks.Data.Painting;

/// <summary>Random values on a coarse grid, smoothly joined: clouds, tissue, paper.</summary>
internal sealed class SmoothNoise
{
    private readonly int knots;
    private readonly float spacing;
    private readonly float[] values;

    /// <summary>Draws noise for a square of <paramref name="size"/> units with a knot every <paramref name="spacing"/>.</summary>
    public SmoothNoise(float size, float spacing, ref SplitMix64 random)
    {
        this.spacing = spacing;
        knots = (int)(size / spacing) + 3;
        values = new float[knots * knots];
        for (var i = 0; i < values.Length; i++) values[i] = random.Bell();
    }

    /// <summary>The noise at a position in the square: mean 0, variance at most 1.</summary>
    public float At(float x, float y)
    {
        var (column, across) = Cell(x);
        var (row, down) = Cell(y);
        var corner = (row * knots) + column;
        var above = values[corner] + ((values[corner + 1] - values[corner]) * across);
        var below = values[corner + knots] + ((values[corner + knots + 1] - values[corner + knots]) * across);
        return above + ((below - above) * down);
    }

    private (int Cell, float Within) Cell(float coordinate)
    {
        var position = Math.Clamp(coordinate / spacing, 0, knots - 2.001f);
        var cell = (int)position;
        var within = position - cell;
        return (cell, within * within * (3 - (2 * within)));     // flat at the knots: no creases
    }
}
