using GanNotebooks.Data.Painting;

namespace GanNotebooks.Data;

/// <summary>One head in a scanner: skull, brain, ventricles, perhaps a lesion. Lengths are pixels of a 64×64 picture.</summary>
internal sealed class HeadPhantom
{
    private const float ScannerNoise = 0.018f;
    private readonly SignedDistance scalp;
    private readonly SignedDistance skull;
    private readonly SignedDistance brain;
    private readonly SignedDistance whiteMatter;
    private readonly SignedDistance ventricles;
    private readonly SignedDistance midline;
    private readonly float lesionLight;
    private readonly SmoothNoise folds;
    private readonly SmoothNoise tissue;
    private readonly SmoothNoise coil;
    private readonly float turn;

    /// <summary>Draws a head from <paramref name="random"/>.</summary>
    public HeadPhantom(ref SplitMix64 random)
    {
        var (x, y) = (32 + (0.6f * random.Bell()), 32 + (0.6f * random.Bell()));
        var (w, h) = (22.5f + (1.1f * random.Bell()), 27 + (1.0f * random.Bell()));
        turn = 0.05f * random.Bell();
        scalp = new Ellipse(x, y, w + 2.6f, h + 2.6f);
        skull = new Ellipse(x, y, w + 1, h + 1);
        brain = new Ellipse(x, y, w - 1.2f, h - 1.2f);
        whiteMatter = new Group(
            new Ellipse(x - 8.2f, y - 1, 7.4f + (0.4f * random.Bell()), h - 8.5f),
            new Ellipse(x + 8.2f, y - 1, 7.4f + (0.4f * random.Bell()), h - 8.5f));
        var (fluid, spread) = (1 + (0.22f * random.Bell()), 4.2f + (0.4f * random.Bell()));
        ventricles = new Group(
            Horn(x, y, -1, spread, fluid), Horn(x, y, 1, spread, fluid),
            new Ellipse(x, y + 5.5f, 1.3f * fluid, 2.4f));
        midline = new Group(new ThickLine(1, new(x, y - h + 2), new(x, y - 8)), new ThickLine(1, new(x, y + 10), new(x, y + h - 2)));
        folds = new SmoothNoise(HeadScans.Size, 3.4f, ref random);
        tissue = new SmoothNoise(HeadScans.Size, 8, ref random);
        coil = new SmoothNoise(HeadScans.Size, 48, ref random);
        if (random.Unit() >= 0.4f) return;
        var (dx, dy) = (random.Between(-0.62f, 0.62f), random.Between(-0.62f, 0.62f));
        var radius = random.Between(2.4f, 5.5f);
        Lesion = new Group(
            new Ellipse(x + (dx * w), y + (dy * h), radius, radius * random.Between(0.75f, 1.3f)),
            new Ellipse(x + (dx * w) + random.Between(-2, 2), y + (dy * h) + random.Between(-2, 2), radius * 0.8f, radius * 0.8f)).Within(brain);
        IsBright = random.Unit() < 0.7f;
        lesionLight = IsBright ? random.Between(0.8f, 0.95f) : random.Between(0.14f, 0.22f);
    }

    /// <summary>The lesion, or null in a healthy head.</summary>
    public SignedDistance? Lesion { get; }

    /// <summary>Whether the lesion is brighter than all tissue, as most are; the others are dark, and there the ventricles are as dark.</summary>
    public bool IsBright { get; }

    /// <summary>Paints the slice and the lesion's mask, 64·64 bytes each.</summary>
    public void Paint(Span<byte> image, Span<byte> mask, ref SplitMix64 random)
    {
        for (var i = 0; i < image.Length; i++)
        {
            var (px, py) = ((i % HeadScans.Size) - 31.5f, (i / HeadScans.Size) - 31.5f);
            var (x, y) = (32 + px - (turn * py), 32 + py + (turn * px));
            var inLesion = Lesion is null ? 0 : Cover(Lesion, x, y);
            var light = Anatomy(x, y);
            light += (lesionLight + (0.04f * tissue.At(x, y)) - light) * inLesion;
            light = (light * (1 + (0.05f * coil.At(x, y)))) + (ScannerNoise * random.Bell());
            image[i] = (byte)((Math.Clamp(light, 0, 1) * 255) + 0.5f);
            mask[i] = inLesion >= 0.5f ? (byte)255 : (byte)0;
        }
    }

    private float Anatomy(float x, float y)
    {
        var light = 0.02f;
        if (!scalp.Bounds.Grown(1).Holds(x, y)) return light;
        Blend(ref light, 0.78f, Cover(scalp, x, y));
        Blend(ref light, 0.16f, Cover(skull, x, y));
        var inBrain = Cover(brain, x, y);
        if (inBrain == 0) return light;
        var fold = folds.At(x, y);
        Blend(ref light, 0.43f + (0.05f * fold), inBrain);
        // Folds move the border between grey and white matter in and out.
        Blend(ref light, 0.6f + (0.025f * tissue.At(x, y)), Math.Clamp(0.5f - ((whiteMatter.Distance(x, y) + (1.7f * fold)) / 1.6f), 0, 1));
        Blend(ref light, 0.13f, Cover(ventricles, x, y));
        Blend(ref light, 0.2f, 0.8f * Cover(midline, x, y));
        return light;
    }

    // A lateral ventricle: near the middle in front, bending outwards behind.
    private static ThickLine Horn(float x, float y, float side, float spread, float fluid) => ThickLine.Curve(
        2.6f * fluid, new(x + (side * spread), y - 8.5f), new(x + (side * 0.6f), y), new(x + (side * (spread + 1.4f)), y + 9));

    private static void Blend(ref float light, float with, float share) => light += (with - light) * share;

    private static float Cover(SignedDistance shape, float x, float y) =>
        shape.Bounds.Grown(1).Holds(x, y) ? Math.Clamp(0.5f - (shape.Distance(x, y) / 1.2f), 0, 1) : 0;
}
