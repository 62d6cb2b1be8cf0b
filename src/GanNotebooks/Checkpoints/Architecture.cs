using TorchSharp;

namespace GanNotebooks.Checkpoints;

/// <summary>What a network must be to hold a checkpoint's weights.</summary>
/// <param name="Type">Its type, such as <c>DcganGenerator</c>.</param>
/// <param name="Weights">The shapes of its weights and buffers, by name.</param>
public sealed record Architecture(string Type, IReadOnlyDictionary<string, long[]> Weights)
{
    /// <summary>The architecture of a network.</summary>
    /// <param name="network">Any network.</param>
    public static Architecture Of(torch.nn.Module network) => new(network.GetType().Name, network.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.shape));

    /// <summary>Whether weights of the one fit into the other.</summary>
    /// <param name="other">Another architecture.</param>
    public bool Fits(Architecture other) => Type == other.Type && Weights.Count == other.Weights.Count
        && Weights.All(entry => other.Weights.TryGetValue(entry.Key, out var shape) && shape.SequenceEqual(entry.Value));
}
