namespace GanNotebooks.Data;

/// <summary>The attributes of a cartoon face, and the numbers of their values.</summary>
internal static class FaceAttributes
{
    public static readonly AttributeColumn
        Skin = new("skin", "porcelain", "fair", "olive", "brown", "deep"),
        Hair = new("hair", "bald", "short", "parted", "spiky", "curly", "bob", "long", "bun"),
        HairColour = new("hair colour", "black", "brown", "blond", "red", "grey", "blue"),
        Glasses = new("glasses", "none", "round", "square", "sunglasses"),
        Hat = new("hat", "none", "beanie", "cap", "straw hat"),
        Mouth = new("mouth", "serious", "smile", "grin"),
        Background = new("background", "sky", "peach", "mint", "lilac", "sand");

    /// <summary>All attributes, in the order of a face's row.</summary>
    public static readonly IReadOnlyList<AttributeColumn> All = [Skin, Hair, HairColour, Glasses, Hat, Mouth, Background];
}
