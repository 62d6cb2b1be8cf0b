using System.Security.Cryptography;
using TorchSharp;

namespace GanNotebooks.Data;

public sealed partial class ImageDataset : IResumableSource
{
    private const int Marked = 64;      // the fingerprint is computed from this many images

    /// <inheritdoc/>
    public string Fingerprint
    {
        get
        {
            using var scope = torch.NewDisposeScope();
            var some = torch.linspace(0, Count - 1, Math.Min(Marked, Count), dtype: torch.float64).round().to(torch.int64);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(Select(some).bytes);
            if (Labels is not null) hash.AppendData(Labels.bytes);
            return $"{Count}×{string.Join("×", SampleShape)} sha256 {Convert.ToHexStringLower(hash.GetHashAndReset())}";
        }
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, torch.Tensor> Position() => order is null
        ? new Dictionary<string, torch.Tensor>()
        : new Dictionary<string, torch.Tensor> { [nameof(order)] = order, [nameof(next)] = torch.tensor(next) };

    /// <inheritdoc/>
    public void Restore(IReadOnlyDictionary<string, torch.Tensor> position)
    {
        var found = position.GetValueOrDefault(nameof(order));
        if (found is not null && found.numel() != Count) throw new InvalidDataException($"{Name}: an order of {found.numel():N0} images, expected {Count:N0}. Resume with the data of the checkpoint.");
        order?.Dispose();
        order = found?.clone().DetachFromDisposeScope();
        next = found is null ? 0 : position[nameof(next)].item<long>();
    }
}
