namespace GanNotebooks.Data;

/// <summary>The words that captions of shapes are made of, and the attributes they stand for.</summary>
internal static class ShapeWords
{
    /// <summary>The value of the second object's attributes when there is no second object.</summary>
    public const byte None = 0;

    public static readonly string[]
        Sizes = ["small", "large"],
        Colours = ["red", "orange", "yellow", "green", "cyan", "blue", "purple", "pink"],
        Kinds = ["circle", "square", "triangle", "star", "ring", "cross"],
        Relations = ["alone", "left of", "right of", "above", "below"],
        Grounds = ["plain", "striped", "checked", "cloudy", "dotted"];

    /// <summary>The attributes of a picture, in the order of its row.</summary>
    public static readonly IReadOnlyList<AttributeColumn> All =
    [
        new("size", Sizes), new("colour", Colours), new("shape", Kinds), new("relation", Relations),
        new("other size", ["none", .. Sizes]), new("other colour", ["none", .. Colours]), new("other shape", ["none", .. Kinds]),
        new("ground", Grounds),
    ];
}
