using System.Buffers.Text;
using GanNotebooks.Data;
using TorchSharp;

namespace GanNotebooks.Play;

/// <summary>Points around positions that the user drew, all equally likely.</summary>
internal sealed class DrawnPoints : IBatchSource
{
    /// <summary>The drawing reaches from −Extent to Extent in both directions.</summary>
    public const double Extent = 3;

    private const double StandardDeviation = 0.05;
    private readonly float[,] places;

    private DrawnPoints(float[,] places) => this.places = places;

    /// <inheritdoc/>
    public string Name => "drawn points";

    /// <inheritdoc/>
    public long[] SampleShape => [2];

    /// <summary>Reads a drawing.</summary>
    /// <param name="text">Two bytes per position, x and y, in base64 for addresses: 0 is −Extent, 255 is Extent. Empty is one position in the middle.</param>
    /// <exception cref="PlayException">It is not base64, or the last position has only one number.</exception>
    public static DrawnPoints Parse(string text)
    {
        if (text.Length == 0) return new(new float[1, 2]);
        if (!Base64Url.IsValid(text)) throw new PlayException("points: expected base64 as addresses write it (A–Z, a–z, 0–9, - and _).");
        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length == 0 || bytes.Length % 2 != 0) throw new PlayException($"points: {bytes.Length} bytes: expected two for each place.");
        var places = new float[bytes.Length / 2, 2];
        for (var i = 0; i < bytes.Length; i++) places[i / 2, i % 2] = (float)((bytes[i] / 255.0 * 2 - 1) * Extent);
        return new(places);
    }

    /// <summary>Random points.</summary>
    /// <param name="count">How many.</param>
    /// <returns>(count, 2) float32.</returns>
    public torch.Tensor NextBatch(int count)
    {
        using var scope = torch.NewDisposeScope();
        var place = torch.randint(places.GetLength(0), [count]);
        return (torch.tensor(places).index_select(0, place) + torch.randn(count, 2) * StandardDeviation).MoveToOuterDisposeScope();
    }
}
