namespace GanNotebooks.Visualizers;

/// <summary>A line of a network's summary.</summary>
/// <param name="Name">The layer's place, such as <c>layers.0</c>.</param>
/// <param name="Type">What it is, such as <c>Conv2d</c>.</param>
/// <param name="Output">The shape of its output without the batch; null when the input did not come by.</param>
/// <param name="Parameters">How many numbers it learns.</param>
/// <param name="MultiplyAdds">How many multiplications with an addition one sample costs.</param>
public sealed record LayerSummary(string Name, string Type, long[]? Output, long Parameters, long MultiplyAdds);
