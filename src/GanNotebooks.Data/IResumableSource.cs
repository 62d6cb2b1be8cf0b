using TorchSharp;

namespace GanNotebooks.Data;

/// <summary>Data whose order is remembered, so that a training can be taken up where it was.</summary>
public interface IResumableSource : IBatchSource
{
    /// <summary>A hash of the content: it differs for other data.</summary>
    string Fingerprint { get; }

    /// <summary>Where in which order the data stand.</summary>
    /// <returns>Tensors by name, to be saved.</returns>
    IReadOnlyDictionary<string, torch.Tensor> Position();

    /// <summary>Goes to a position.</summary>
    /// <param name="position">What <see cref="Position"/> answered.</param>
    /// <exception cref="InvalidDataException">It is not a position in these data.</exception>
    void Restore(IReadOnlyDictionary<string, torch.Tensor> position);
}
