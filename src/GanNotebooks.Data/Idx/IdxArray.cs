namespace GanNotebooks.Data;

/// <summary>The content of an IDX file of bytes.</summary>
/// <param name="Dimensions">The sizes, slowest first, each 0 or more.</param>
/// <param name="Bytes">The elements, last dimension varying fastest: as many as the product of the sizes.</param>
public sealed record IdxArray(IReadOnlyList<int> Dimensions, byte[] Bytes)
{
    /// <summary>The sizes in words, such as 60000×28×28.</summary>
    public override string ToString() => IdxHeader.Shape(Dimensions);
}
