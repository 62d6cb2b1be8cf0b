namespace TorchSharp;

/// <summary>What a border is filled with.</summary>
public enum PaddingModes
{
    /// <summary>Zeros.</summary>
    Zeros = 0,
    /// <summary>The values next to the border, mirrored without repeating the border's own.</summary>
    Reflect = 1,
    /// <summary>The border's own values.</summary>
    Replicate = 2,
    /// <summary>The values of the opposite border.</summary>
    Circular = 3,
    /// <summary>A given value.</summary>
    Constant = 4,
}

/// <summary>How wide a convolution's padding is, where no number says it.</summary>
public enum Padding
{
    /// <summary>None.</summary>
    Valid = 0,
    /// <summary>So wide that the result has the input's size.</summary>
    Same = 1,
}
