using System.Numerics;
using GanNotebooks.Data.Painting;

namespace GanNotebooks.Data;

/// <summary>One person: the named attributes, and everything else that varies. Lengths are pixels of a 64×64 picture.</summary>
internal sealed class Face
{
    private static readonly int[] Skins = [0xFBE0CC, 0xF2C49B, 0xD9A066, 0xA56A3E, 0x6B4128];
    private static readonly int[] Hairs = [0x2A2320, 0x6B4426, 0xE8BE62, 0xB8502A, 0xB9B4B2, 0x4C7FC4];
    private static readonly int[] Clothes = [0xD8574E, 0x3F7CAC, 0xE8A33D, 0x4F9D69, 0x7D5BA6, 0x2E4057, 0xF2E9DC, 0xD77FA1];
    private static readonly int[] Irises = [0x4A2C1A, 0x3E6FA3, 0x4F7D4A, 0x6E5138];

    /// <summary>Draws a person from <paramref name="random"/>.</summary>
    public Face(ref SplitMix64 random)
    {
        Values = new byte[FaceAttributes.All.Count];
        Values[0] = Skin = (byte)random.Below(FaceAttributes.Skin.Values.Count);
        Values[1] = Hair = (byte)random.Below(FaceAttributes.Hair.Values.Count);
        Values[2] = HairTone = (byte)random.Below(FaceAttributes.HairColour.Values.Count);
        Values[3] = Glasses = (byte)(random.Unit() < 0.55f ? 0 : 1 + random.Below(FaceAttributes.Glasses.Values.Count - 1));
        Values[4] = Hat = (byte)(random.Unit() < 0.65f ? 0 : 1 + random.Below(FaceAttributes.Hat.Values.Count - 1));
        Values[5] = Mouth = (byte)random.Below(FaceAttributes.Mouth.Values.Count);
        Values[6] = Background = (byte)random.Below(FaceAttributes.Background.Values.Count);

        X = 32 + (0.8f * random.Bell());
        Y = 34 + (0.7f * random.Bell());
        HalfWidth = 14.2f + (0.6f * random.Bell());
        HalfHeight = 16.6f + (0.6f * random.Bell());
        EyeDistance = 6.1f + (0.3f * random.Bell());
        EyeSize = 1 + (0.06f * random.Bell());
        BrowTilt = 0.6f * random.Bell();
        BrowHeight = 0.4f * random.Bell();
        NoseLength = 0.5f * random.Bell();
        Gaze = 0.5f * random.Bell();
        Parting = random.Unit() < 0.5f ? -1 : 1;
        SkinColour = Colour.Vary(Colour.Hex(Skins[Skin]), ref random, 0.015f);
        HairColour = Colour.Vary(Colour.Hex(Hairs[HairTone]), ref random, 0.02f);
        ClothColour = Colour.Vary(Colour.Hex(Clothes[random.Below(Clothes.Length)]), ref random);
        HatColour = Colour.Vary(Colour.Hex(Clothes[random.Below(Clothes.Length)]), ref random);
        Iris = Colour.Hex(Irises[random.Below(Irises.Length)]);
        Collar = random.Below(3);
        HasEarrings = random.Unit() < 0.2f;
        HasFreckles = Skin < 2 && random.Unit() < 0.25f;
    }

    /// <summary>The named attributes, in the order of <see cref="FaceAttributes.All"/>.</summary>
    public byte[] Values { get; }

    public byte Skin { get; }

    public byte Hair { get; }

    public byte HairTone { get; }

    public byte Glasses { get; }

    public byte Hat { get; }

    public byte Mouth { get; }

    public byte Background { get; }

    public float X { get; }

    public float Y { get; }

    public float HalfWidth { get; }

    public float HalfHeight { get; }

    public float EyeDistance { get; }

    public float EyeSize { get; }

    public float BrowTilt { get; }

    public float BrowHeight { get; }

    public float NoseLength { get; }

    public float Gaze { get; }

    public float Parting { get; }

    public Vector3 SkinColour { get; }

    public Vector3 HairColour { get; }

    public Vector3 ClothColour { get; }

    public Vector3 HatColour { get; }

    public Vector3 Iris { get; }

    public int Collar { get; }

    public bool HasEarrings { get; }

    public bool HasFreckles { get; }

    /// <summary>The head without ears: round above, narrower at the chin.</summary>
    public SignedDistance Head => new Group(
        new Ellipse(X, Y - 2, HalfWidth, HalfHeight - 2.5f),
        new Ellipse(X, Y + 3, HalfWidth - 1.6f, HalfHeight - 3));

    /// <summary>A point beside the face's middle line.</summary>
    public Vector2 At(float right, float down) => new(X + right, Y + down);
}
