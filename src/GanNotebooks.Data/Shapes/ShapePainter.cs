using System.Numerics;
using GanNotebooks.Data.Painting;

namespace GanNotebooks.Data;

/// <summary>Paints scenes of shapes, 32×32.</summary>
internal static class ShapePainter
{
    private static readonly int[] Paints = [0xD93A3A, 0xEE8833, 0xF2CB3F, 0x3FA34D, 0x35B5C4, 0x3867C8, 0x7E4BB5, 0xEE86B7];
    private static readonly int[] Papers = [0xE9E4D8, 0xD9E2E8, 0xE3DAE8, 0xDCE8DA, 0xEADBD3, 0x4A4E57, 0x3E4A4A, 0x524848];

    /// <summary>The position, size and rotation of one object of a scene.</summary>
    public readonly record struct Place(Vector2 Centre, float Radius, float Turn);

    /// <summary>Places the objects so that the caption is true and nothing overlaps.</summary>
    public static Place[] Arrange(ShapeScene scene, ref SplitMix64 random)
    {
        var turn = random.Between(-0.18f, 0.18f);
        if (scene.Second is not { } other)
        {
            var alone = scene.First.Size == 0 ? random.Between(4.6f, 6.2f) : random.Between(9, 11.5f);
            var room = 16 - alone - 1;
            return [new Place(new Vector2(16 + random.Between(-room, room), 16 + random.Between(-room, room)), alone, turn)];
        }
        var (first, second) = (scene.First.Size == 0 ? random.Between(3.4f, 4.2f) : random.Between(6.2f, 7.2f), other.Size == 0 ? random.Between(3.4f, 4.2f) : random.Between(6.2f, 7.2f));
        var gap = random.Between(0.8f, 1.6f);
        var length = (2 * first) + gap + (2 * second);
        var start = 1 + (random.Unit() * MathF.Max(0, 30 - length));
        var (near, far) = (start + first, start + (2 * first) + gap + second);
        if (scene.Relation is 2 or 4) (near, far) = (32 - near, 32 - far);       // right of, below
        var (a, b) = (16 + random.Between(-4, 4), 16 + random.Between(-4, 4));
        var sideways = scene.Relation <= 2;
        return
        [
            new Place(sideways ? new Vector2(near, a) : new Vector2(a, near), first, turn),
            new Place(sideways ? new Vector2(far, b) : new Vector2(b, far), second, random.Between(-0.18f, 0.18f)),
        ];
    }

    /// <summary>Paints the scene filled, on its ground.</summary>
    public static void Paint(ShapeScene scene, Place[] places, Canvas canvas, ref SplitMix64 random)
    {
        PaintGround(scene.Ground, canvas, ref random);
        PaintObjects(scene, places, canvas, ref random);
    }

    /// <summary>Paints the scene filled, always on the same paper, so that the ground has nothing that outlines do not show.</summary>
    public static void PaintPlain(ShapeScene scene, Place[] places, Canvas canvas, ref SplitMix64 random)
    {
        canvas.Cover((_, _) => Colour.Hex(Papers[0]));
        PaintObjects(scene, places, canvas, ref random);
    }

    private static void PaintObjects(ShapeScene scene, Place[] places, Canvas canvas, ref SplitMix64 random)
    {
        PaintObject(scene.First, places[0], canvas, ref random);
        if (scene.Second is { } other) PaintObject(other, places[1], canvas, ref random);
    }

    /// <summary>Paints the scene's outlines on white, in the objects' colours or all in black.</summary>
    public static void PaintOutlines(ShapeScene scene, Place[] places, Canvas canvas, bool coloured)
    {
        canvas.Cover((_, _) => Colour.White);
        PaintOutline(scene.First, places[0]);
        if (scene.Second is { } other) PaintOutline(other, places[1]);

        void PaintOutline(ShapeObject what, Place place) =>
            canvas.Fill(Form(what.Kind, place).Outline(1.2f), coloured ? Colour.Hex(Paints[what.Colour]) : Colour.Black);
    }

    private static void PaintObject(ShapeObject what, Place place, Canvas canvas, ref SplitMix64 random)
    {
        var form = Form(what.Kind, place);
        canvas.Fill(Form(what.Kind, place with { Centre = place.Centre + new Vector2(0.5f, 1.1f) }), Colour.Black, opacity: 0.28f, softness: 2.4f);
        var colour = Colour.Vary(Colour.Hex(Paints[what.Colour]), ref random, 0.015f);
        canvas.Fill(form, Colour.Tint(colour, 0.16f), Colour.Shade(colour, 0.14f));
    }

    private static void PaintGround(byte ground, Canvas canvas, ref SplitMix64 random)
    {
        var paper = Colour.Vary(Colour.Hex(Papers[random.Below(Papers.Length)]), ref random);
        var other = paper.X > 0.6f ? Colour.Shade(paper, 0.13f) : Colour.Tint(paper, 0.13f);
        var (shiftX, shiftY, pitch) = (random.Between(0, 8), random.Between(0, 8), random.Between(3.5f, 6));
        var (slopeX, slopeY) = (random.Between(-1, 1), random.Unit() < 0.5f ? 1f : -1f);
        var noise = new SmoothNoise(32, 7, ref random);
        canvas.Cover(ground switch
        {
            1 => (x, y) => Colour.Mix(paper, other, Wave((x * slopeX) + (y * slopeY) + shiftX, pitch)),
            2 => (x, y) => Colour.Mix(paper, other, MathF.Abs(Wave(x + shiftX, 2 * pitch) - Wave(y + shiftY, 2 * pitch))),
            3 => (x, y) => Colour.Mix(paper, other, Math.Clamp(0.5f + (0.7f * noise.At(x, y)), 0, 1)),
            4 => (x, y) => Colour.Mix(paper, other, Wave(x + shiftX, pitch) * Wave(y + shiftY, pitch)),
            _ => (_, y) => Colour.Mix(paper, other, y / 64),
        });
    }

    /// <summary>From 0 to 1 and back once every <paramref name="length"/>, with steep flanks.</summary>
    private static float Wave(float position, float length)
    {
        var phase = position / length;
        var triangle = MathF.Abs((2 * (phase - MathF.Floor(phase))) - 1);
        return Math.Clamp(((triangle - 0.5f) * 3) + 0.5f, 0, 1);
    }

    private static SignedDistance Form(byte kind, Place place)
    {
        var (centre, r) = (place.Centre, place.Radius);
        Vector2 At(float x, float y) => centre + (new Vector2(x - (place.Turn * y), y + (place.Turn * x)) * r / MathF.Sqrt(1 + (place.Turn * place.Turn)));
        return kind switch
        {
            0 => new Ellipse(centre.X, centre.Y, r, r),
            1 => new Polygon(At(-0.84f, -0.84f), At(0.84f, -0.84f), At(0.84f, 0.84f), At(-0.84f, 0.84f)),
            2 => new Polygon(At(0, -0.95f), At(0.98f, 0.78f), At(-0.98f, 0.78f)),
            3 => new Polygon([.. Star.Select(point => At(point.X, point.Y))]),
            4 => new Ellipse(centre.X, centre.Y, r * 0.8f, r * 0.8f).Outline(r * 0.42f),
            _ => new Polygon([.. Cross.Select(point => At(point.X, point.Y))]),
        };
    }

    private static readonly Vector2[] Star =
    [
        new(0, -1.05f), new(0.259f, -0.356f), new(0.999f, -0.324f), new(0.419f, 0.136f), new(0.617f, 0.849f),
        new(0, 0.441f), new(-0.617f, 0.849f), new(-0.419f, 0.136f), new(-0.999f, -0.324f), new(-0.259f, -0.356f),
    ];

    private static readonly Vector2[] Cross =
    [
        new(-0.32f, -0.95f), new(0.32f, -0.95f), new(0.32f, -0.32f), new(0.95f, -0.32f), new(0.95f, 0.32f), new(0.32f, 0.32f),
        new(0.32f, 0.95f), new(-0.32f, 0.95f), new(-0.32f, 0.32f), new(-0.95f, 0.32f), new(-0.95f, -0.32f), new(-0.32f, -0.32f),
    ];
}
