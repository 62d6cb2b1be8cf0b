using System.Numerics;
using GanNotebooks.Data.Painting;

namespace GanNotebooks.Data;

/// <summary>Hair and hats.</summary>
internal static partial class FacePainter
{
    private const int Bald = 0, Short = 1, Parted = 2, Spiky = 3, Curly = 4, Bob = 5, Long = 6, Bun = 7;
    private const int Beanie = 1, Cap = 2, StrawHat = 3;

    /// <summary>Unit vectors around a half circle from the left over the top to the right, without a sine.</summary>
    private static readonly Vector2[] Arc = [.. Enumerable.Range(0, 9).Select(i => HalfCircle((i / 4f) - 1))];

    private static void PaintHairBehind(Face face, Canvas canvas)
    {
        var dark = Colour.Shade(face.HairColour, 0.22f);
        var (x, y, w) = (face.X, face.Y, face.HalfWidth);
        switch (face.Hair)
        {
            case Curly:
                canvas.Fill(Curls(face, w + 2.2f, 5.2f), face.HairColour, dark);
                break;
            case Bob:
                canvas.Fill(new RoundBox(x, y + 0.5f, w + 3.6f, 16.5f, 11), face.HairColour, dark);
                break;
            case Long:
                canvas.Fill(new Group(new Ellipse(x, y - 3, w + 3.6f, 16.5f), new RoundBox(x, y + 13, w + 4, 17, 8)), face.HairColour, dark);
                break;
            case Bun:
                if (face.Hat == 0) canvas.Fill(new Ellipse(x, y - 20, 5.6f, 5.2f), Colour.Tint(face.HairColour, 0.06f), dark);
                break;
        }
    }

    private static void PaintHairInFront(Face face, Canvas canvas)
    {
        if (face.Hair == Bald) return;
        var (x, y, w, h) = (face.X, face.Y, face.HalfWidth, face.HalfHeight);
        var skull = new Ellipse(x, y - 2.6f, w + 1.5f, h - 0.4f);
        var side = face.Parting;
        var cap = face.Hair switch
        {
            Short => skull.Without(new Ellipse(x, y + 7, w + 0.4f, 17.5f)),
            Parted => skull.Without(new Ellipse(x + (side * 4.5f), y + 7.5f, w + 1, 19)).Within(new RoundBox(x, y - 12, 30, 14, 0)),
            Spiky => new Group(skull.Without(new Ellipse(x, y + 6.5f, w + 0.6f, 17)), Spikes(face)),
            Curly => Curls(face, w - 0.6f, 4.4f).Without(new Ellipse(x, y + 6.5f, w - 2.6f, 15)),
            Bob => skull.Without(new RoundBox(x, y + 10, w - 1.6f, 17, 5)),
            Long => skull.Without(new Group(new Ellipse(x - 7.5f, y + 7, 9, 17.6f), new Ellipse(x + 7.5f, y + 7, 9, 17.6f))),
            _ => skull.Without(new Ellipse(x, y + 7, w - 0.6f, 19)),
        };
        var shade = Colour.Shade(face.SkinColour, 0.4f);
        canvas.Fill(cap.Within(face.Head), shade, opacity: 0.35f, softness: 3.5f);       // the hair's shadow on the forehead
        canvas.Fill(cap, Colour.Tint(face.HairColour, 0.1f), Colour.Shade(face.HairColour, 0.12f));
        if (face.Hat == 0 && face.Hair != Curly)
            canvas.Fill(ThickLine.Curve(1.7f, new(x - (side * 8), y - 13.2f), new(x - (side * 5), y - 17), new(x + (side * 1), y - 17.2f), steps: 4), Colour.Tint(face.HairColour, 0.45f), opacity: 0.5f, softness: 1.6f);
    }

    private static Group Curls(Face face, float radius, float size) => new Group([.. Arc.Select(direction =>
        new Ellipse(face.X + (direction.X * radius), face.Y - 4 + (direction.Y * (face.HalfHeight - 4.5f)), size, size))]);

    private static Polygon Spikes(Face face)
    {
        var corners = new List<Vector2>();
        for (var i = 0; i < Arc.Length; i++)
        {
            var reach = i % 2 == 0 ? 0.94f : 1.24f;
            corners.Add(face.At(Arc[i].X * (face.HalfWidth + 1) * reach, -3.5f + (Arc[i].Y * (face.HalfHeight - 1) * reach)));
        }
        corners.Add(face.At(0, -7));
        return new Polygon([.. corners]);
    }

    private static void PaintHat(Face face, Canvas canvas)
    {
        var (x, y, w) = (face.X, face.Y, face.HalfWidth);
        var (light, dark) = (Colour.Tint(face.HatColour, 0.12f), Colour.Shade(face.HatColour, 0.22f));
        var dome = new Ellipse(x, y - 8, w + 1.8f, 14).Within(new RoundBox(x, y - 18, 26, 9.4f, 0));
        switch (face.Hat)
        {
            case Beanie:
                canvas.Fill(new Ellipse(x, y - 22.6f, 3.4f, 3.2f), Colour.Tint(face.HatColour, 0.55f));
                canvas.Fill(dome, light, face.HatColour);
                canvas.Fill(new RoundBox(x, y - 8.6f, w + 2.4f, 2.9f, 2.4f), Colour.Tint(face.HatColour, 0.35f), Colour.Tint(face.HatColour, 0.1f));
                break;
            case Cap:
                canvas.Fill(dome, light, face.HatColour);
                canvas.Fill(new Ellipse(x, y - 21.8f, 1.4f, 1.1f), dark);
                canvas.Fill(new Ellipse(x + (face.Parting * 4.5f), y - 8.3f, w + 0.5f, 3.1f), face.HatColour, dark);
                break;
            case StrawHat:
                canvas.Fill(dome, Colour.Hex(0xF3D999), Colour.Hex(0xE2BE6F));
                canvas.Fill(new RoundBox(x, y - 11.5f, w + 1.5f, 2, 0.6f), face.HatColour);
                canvas.Fill(new Ellipse(x, y - 8.8f, w + 8.5f, 3), Colour.Hex(0xF0D28D), Colour.Hex(0xC99F52));
                break;
        }
    }

    /// <summary>The point of the upper half circle for a tangent from −1 (left) over 0 (top) to 1 (right).</summary>
    private static Vector2 HalfCircle(float t) => new Vector2(2 * t, (t * t) - 1) / (1 + (t * t));
}
