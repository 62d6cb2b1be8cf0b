using System.Diagnostics.CodeAnalysis;

namespace GanNotebooks.Data;

/// <summary>What an IDX file's numbers are; the values are the format's own type codes.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "These are the format's own names for its types.")]
public enum IdxType : byte
{
    /// <summary>Code 0x08: unsigned bytes, 0 to 255 (<see cref="byte"/>).</summary>
    UnsignedByte = 0x08,

    /// <summary>Code 0x09: signed bytes, −128 to 127 (<see cref="sbyte"/>).</summary>
    SignedByte = 0x09,

    /// <summary>Code 0x0B: 16-bit integers (<see cref="short"/>).</summary>
    Short = 0x0B,

    /// <summary>Code 0x0C: 32-bit integers (<see cref="int"/>).</summary>
    Int = 0x0C,

    /// <summary>Code 0x0D: 32-bit floating point (<see cref="float"/>).</summary>
    Float = 0x0D,

    /// <summary>Code 0x0E: 64-bit floating point (<see cref="double"/>).</summary>
    Double = 0x0E,
}
