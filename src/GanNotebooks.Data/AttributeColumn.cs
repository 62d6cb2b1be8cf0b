namespace GanNotebooks.Data;

/// <summary>Something that is known of every image of a set, such as its hair colour.</summary>
/// <param name="Name">What is known.</param>
/// <param name="Values">What it can be, in the order of its numbers from 0; at most 256.</param>
public sealed record AttributeColumn(string Name, params IReadOnlyList<string> Values);
