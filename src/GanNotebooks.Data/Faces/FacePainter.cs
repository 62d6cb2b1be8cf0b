using System.Numerics;
using GanNotebooks.Data.Painting;

namespace GanNotebooks.Data;

/// <summary>Paints a face from back to front.</summary>
internal static partial class FacePainter
{
    private static readonly (int Top, int Bottom)[] Grounds = [(0x9CCBEA, 0xDDF0FA), (0xF6B79C, 0xFDE6D5), (0x9BD3B5, 0xE0F4E6), (0xBCA6DC, 0xEADFF6), (0xDCC48E, 0xF7EDD2)];

    /// <summary>Paints the whole portrait on a 64×64 canvas.</summary>
    public static void Paint(Face face, Canvas canvas, ref SplitMix64 random)
    {
        PaintGround(face, canvas, ref random);
        PaintHairBehind(face, canvas);
        PaintShoulders(face, canvas);
        PaintHead(face, canvas);
        PaintEyes(face, canvas);
        PaintMouth(face, canvas);
        PaintHairInFront(face, canvas);
        PaintGlasses(face, canvas);
        PaintHat(face, canvas);
    }

    private static void PaintGround(Face face, Canvas canvas, ref SplitMix64 random)
    {
        var (top, bottom) = Grounds[face.Background];
        var (upper, lower) = (Colour.Vary(Colour.Hex(top), ref random, 0.015f), Colour.Hex(bottom));
        canvas.Cover((_, y) => Colour.Mix(upper, lower, y / 64));
        canvas.Fill(new Ellipse(face.X, face.Y, 27, 27), Colour.Tint(lower, 0.5f), opacity: 0.6f, softness: 10);
    }

    private static void PaintShoulders(Face face, Canvas canvas)
    {
        var skin = Colour.Shade(face.SkinColour, 0.18f);
        canvas.Fill(new Ellipse(face.X, 67, 23, 14), face.ClothColour, Colour.Shade(face.ClothColour, 0.25f));
        canvas.Fill(new RoundBox(face.X, face.Y + 17, 5.4f, 6.5f, 3), Colour.Shade(face.SkinColour, 0.3f), skin);
        switch (face.Collar)
        {
            case 0:      // a round neck with a hem
                canvas.Fill(new Ellipse(face.X, 54.5f, 7.6f, 4.6f), skin);
                canvas.Fill(new Ellipse(face.X, 54.5f, 7.6f, 4.6f).Outline(1.3f).Within(new RoundBox(face.X, 60, 12, 6, 0)), Colour.Tint(face.ClothColour, 0.35f));
                break;
            case 1:      // a V
                canvas.Fill(new Polygon(new(face.X - 6, 52), new(face.X + 6, 52), new(face.X, 61)), skin);
                canvas.Fill(new ThickLine(1.5f, new(face.X - 6.4f, 53), new(face.X, 61.3f), new(face.X + 6.4f, 53)), Colour.Shade(face.ClothColour, 0.3f));
                break;
            default:     // a roll neck
                canvas.Fill(new RoundBox(face.X, 54.5f, 7.4f, 3, 2), Colour.Tint(face.ClothColour, 0.2f), Colour.Shade(face.ClothColour, 0.1f));
                break;
        }
    }

    private static void PaintHead(Face face, Canvas canvas)
    {
        foreach (var side in new[] { -1, 1 })
        {
            canvas.Fill(new Ellipse(face.X + (side * (face.HalfWidth + 0.4f)), face.Y + 1.5f, 2.7f, 3.9f), Colour.Shade(face.SkinColour, 0.08f));
            canvas.Fill(new Ellipse(face.X + (side * (face.HalfWidth + 0.6f)), face.Y + 1.7f, 1.2f, 2.1f), Colour.Shade(face.SkinColour, 0.25f), opacity: 0.7f);
            if (face.HasEarrings) canvas.Fill(new Ellipse(face.X + (side * (face.HalfWidth + 1)), face.Y + 6.3f, 1.3f, 1.3f), Colour.Hex(0xF4D35E));
        }
        canvas.Fill(face.Head, Colour.Tint(face.SkinColour, 0.07f), Colour.Shade(face.SkinColour, 0.1f));
        foreach (var side in new[] { -1, 1 })
            canvas.Fill(new Ellipse(face.X + (side * 8.6f), face.Y + 6.2f, 3.6f, 2.5f), new Vector3(0.93f, 0.35f, 0.32f), opacity: 0.3f, softness: 3);
        if (face.HasFreckles)
        {
            foreach (var (x, y) in new[] { (-9f, 5.4f), (-7f, 6.6f), (-5.4f, 5.2f), (9f, 5.4f), (7f, 6.6f), (5.4f, 5.2f) })
                canvas.Fill(new Ellipse(face.X + x, face.Y + y, 0.6f, 0.6f), Colour.Hex(0xB06A3B), opacity: 0.8f);
        }
        var nose = ThickLine.Curve(1.2f, face.At(-1.5f, 6 + face.NoseLength), face.At(0, 8.2f + face.NoseLength), face.At(1.7f, 6 + face.NoseLength), steps: 4);
        canvas.Fill(nose, Colour.Shade(face.SkinColour, 0.38f), opacity: 0.9f);
    }
}
