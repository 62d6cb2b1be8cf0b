using System.Numerics;

namespace GanNotebooks.Data;

/// <summary>How one hand moves one digit: its slant, proportions and unsteadiness, drawn once per image.</summary>
internal sealed class Handwriting
{
    private const int Cells = 3;
    private const int Knots = Cells + 3;

    private readonly Vector2[] wobble = new Vector2[Knots * Knots];
    private readonly float slant;
    private readonly float width;
    private readonly float taper;
    private readonly float waist;
    private readonly float cosine;
    private readonly float sine;

    /// <summary>Draws a hand from <paramref name="random"/>.</summary>
    public Handwriting(ref SplitMix64 random)
    {
        slant = Math.Clamp(0.13f + (0.26f * random.Bell()), -0.45f, 0.8f);
        width = Math.Clamp(0.9f + (0.24f * random.Bell()), 0.45f, 1.5f);
        taper = 0.2f * random.Bell();
        waist = 0.3f * random.Bell();
        PenWidth = Math.Clamp(2.45f + (0.65f * random.Bell()), 1.3f, 4.8f);
        var halfTurn = Math.Clamp(0.05f * random.Bell(), -0.105f, 0.105f);   // tan of half the angle: ±12° at most
        cosine = (1 - (halfTurn * halfTurn)) / (1 + (halfTurn * halfTurn));
        sine = 2 * halfTurn / (1 + (halfTurn * halfTurn));
        for (var i = 0; i < wobble.Length; i++) wobble[i] = random.Offset(0.085f);
    }

    /// <summary>Mean width of the pen in pixels of a 28×28 image.</summary>
    public float PenWidth { get; }

    /// <summary>Where this hand puts a point of the skeleton's unit box.</summary>
    public Vector2 Move(Vector2 point)
    {
        var (x, y) = (point.X - 0.5f, point.Y - 0.5f);
        x *= 1 + (taper * y * 2);
        y += waist * (0.25f - (y * y));
        var offset = WobbleAt(x, y);
        x = ((x + offset.X) * width) - (slant * (y + offset.Y));
        y += offset.Y;
        return new Vector2((cosine * x) - (sine * y), (sine * x) + (cosine * y));
    }

    // A cubic B-spline over a coarse grid: bends the whole digit smoothly and never kinks a stroke.
    private Vector2 WobbleAt(float x, float y)
    {
        var (column, across) = CellOf(x);
        var (row, down) = CellOf(y);
        Span<float> rowWeights = stackalloc float[4];
        Span<float> columnWeights = stackalloc float[4];
        Spline(down, rowWeights);
        Spline(across, columnWeights);
        var sum = Vector2.Zero;
        for (var i = 0; i < 4; i++)
        {
            for (var j = 0; j < 4; j++)
                sum += wobble[((row + i) * Knots) + column + j] * (rowWeights[i] * columnWeights[j]);
        }
        return sum;
    }

    private static (int Cell, float Within) CellOf(float coordinate)
    {
        var position = Math.Clamp((coordinate + 0.75f) / 1.5f, 0, 0.999f) * Cells;   // the grid reaches a quarter beyond the box
        var cell = (int)position;
        return (cell, position - cell);
    }

    private static void Spline(float t, Span<float> weights)
    {
        var s = 1 - t;
        weights[0] = s * s * s / 6;
        weights[1] = ((3 * t * t * t) - (6 * t * t) + 4) / 6;
        weights[2] = ((3 * s * s * s) - (6 * s * s) + 4) / 6;
        weights[3] = t * t * t / 6;
    }
}
