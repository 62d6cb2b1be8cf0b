using TorchSharp;

namespace GanNotebooks.Visualizers;

/// <summary>One call of a layer while a network looked at a few samples.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Input">The shape of what it got, without the batch.</param>
/// <param name="Output">The shape of what it made, without the batch.</param>
internal sealed record LayerPass(torch.nn.Module Layer, long[] Input, long[] Output);
