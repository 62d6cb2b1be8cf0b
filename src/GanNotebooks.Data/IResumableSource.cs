using TorchSharp;

namespace GanNotebooks.Data;

/// <summary>Data whose position can be saved, so that a training can continue from where it was.</summary>
public interface IResumableSource : IBatchSource
{
    /// <summary>A hash of the content: it differs for other data.</summary>
    string Fingerprint { get; }

    /// <summary>The order of the data and the position in it.</summary>
    /// <returns>Tensors by name, to be saved.</returns>
    IReadOnlyDictionary<string, torch.Tensor> Position();

    /// <summary>Goes to a position.</summary>
    /// <param name="position">What <see cref="Position"/> returned.</param>
    /// <exception cref="InvalidDataException">It is not a position in these data.</exception>
    void Restore(IReadOnlyDictionary<string, torch.Tensor> position);
}
