using System.Numerics;
using GanNotebooks.Data.Painting;

namespace GanNotebooks.Data;

/// <summary>Eyes, mouth and glasses.</summary>
internal static partial class FacePainter
{
    private const int Serious = 0, Smile = 1;
    private const int RoundGlasses = 1, SquareGlasses = 2, Sunglasses = 3;

    private static void PaintEyes(Face face, Canvas canvas)
    {
        var brow = Colour.Shade(face.HairColour, 0.35f);
        foreach (var side in new[] { -1, 1 })
        {
            var (x, y) = (face.X + (side * face.EyeDistance), face.Y + 0.8f);
            canvas.Fill(new Ellipse(x, y, 3.1f * face.EyeSize, 2.9f * face.EyeSize), Colour.Hex(0xFDFBF7));
            canvas.Fill(new Ellipse(x + face.Gaze, y + 0.3f, 2 * face.EyeSize, 2.2f * face.EyeSize), face.Iris);
            canvas.Fill(new Ellipse(x + face.Gaze, y + 0.3f, 1.1f, 1.2f), Colour.Hex(0x15100E));
            canvas.Fill(new Ellipse(x + face.Gaze - 0.6f, y - 0.6f, 0.75f, 0.75f), Colour.White);
            var lid = ThickLine.Curve(1.1f, new(x - 3.3f, y - 0.6f), new(x, y - 4.6f * face.EyeSize), new(x + 3.3f, y - 0.6f), steps: 5);
            canvas.Fill(lid, Colour.Hex(0x2B1D18), opacity: 0.85f);
            var (inner, outer) = (y - 5.4f - face.BrowHeight + face.BrowTilt, y - 5.2f - face.BrowHeight - face.BrowTilt);
            canvas.Fill(ThickLine.Curve(1.5f, new(x - (side * 2.8f), inner), new(x, y - 7.1f - face.BrowHeight), new(x + (side * 3.4f), outer), steps: 4), brow);
        }
    }

    private static void PaintMouth(Face face, Canvas canvas)
    {
        var lips = Colour.Mix(face.SkinColour, Colour.Hex(0x9E2F2F), 0.72f);
        if (face.Mouth == Serious)
        {
            canvas.Fill(ThickLine.Curve(1.5f, face.At(-3.2f, 11.6f), face.At(0, 11.2f), face.At(3.2f, 11.6f), steps: 4), lips);
        }
        else if (face.Mouth == Smile)
        {
            canvas.Fill(ThickLine.Curve(1.6f, face.At(-4.6f, 10.2f), face.At(0, 14.6f), face.At(4.6f, 10.2f)), lips);
        }
        else
        {
            var mouth = new Ellipse(face.X, face.Y + 10, 5.2f, 4.7f).Within(new RoundBox(face.X, face.Y + 13, 7, 3.4f, 0));
            canvas.Fill(mouth, Colour.Hex(0x7A1F2B));
            canvas.Fill(mouth.Within(new RoundBox(face.X, face.Y + 10.4f, 4.6f, 1, 0)), Colour.White);
            canvas.Fill(new Ellipse(face.X, face.Y + 14.2f, 2.5f, 1.3f).Within(mouth), Colour.Hex(0xE0706F));
        }
    }

    private static void PaintGlasses(Face face, Canvas canvas)
    {
        if (face.Glasses == 0) return;
        var frame = face.Glasses == RoundGlasses ? Colour.Hex(0x9A6A2F) : Colour.Hex(0x23262E);
        foreach (var side in new[] { -1, 1 })
        {
            var (x, y) = (face.X + (side * face.EyeDistance), face.Y + 0.9f);
            SignedDistance lens = face.Glasses == RoundGlasses ? new Ellipse(x, y, 4.7f, 4.7f) : new RoundBox(x, y, 4.9f, face.Glasses == SquareGlasses ? 3.8f : 4.1f, 1.6f);
            if (face.Glasses == Sunglasses)
            {
                canvas.Fill(lens, Colour.Hex(0x14171D), Colour.Hex(0x515B6E));
                canvas.Fill(new ThickLine(1, new Vector2(x - 2.6f, y + 0.6f), new Vector2(x - 0.2f, y - 2.2f)), Colour.White, opacity: 0.5f);
            }
            else
            {
                canvas.Fill(lens, Colour.White, opacity: 0.22f);
            }
            canvas.Fill(lens.Outline(1.3f), frame);
            canvas.Fill(new ThickLine(1.2f, new Vector2(x + (side * 4.8f), y - 0.8f), new Vector2(face.X + (side * (face.HalfWidth + 0.4f)), y - 1.2f)), frame);
        }
        canvas.Fill(ThickLine.Curve(1.3f, face.At(-face.EyeDistance + 4.6f, 0.6f), face.At(0, -0.8f), face.At(face.EyeDistance - 4.6f, 0.6f), steps: 3), frame);
    }
}
