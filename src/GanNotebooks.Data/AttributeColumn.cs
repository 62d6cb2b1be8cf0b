namespace GanNotebooks.Data;

/// <summary>An attribute that every image of a set has, such as its hair colour.</summary>
/// <param name="Name">The attribute's name.</param>
/// <param name="Values">Its possible values, in the order of their numbers from 0; at most 256.</param>
public sealed record AttributeColumn(string Name, params IReadOnlyList<string> Values);
