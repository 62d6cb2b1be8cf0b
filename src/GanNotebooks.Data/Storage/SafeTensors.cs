using static TorchSharp.torch;

namespace GanNotebooks.Data;

/// <summary>Named tensors in a safetensors file: an open format, which Python's safetensors reads and writes too, and which holds no code.</summary>
public static class SafeTensors
{
    /// <summary>Writes tensors to a file, which is replaced completely or not at all.</summary>
    /// <param name="path">The file; missing folders are made.</param>
    /// <param name="tensors">Any shapes; numbers or booleans.</param>
    /// <param name="metadata">Texts to store with them, by name.</param>
    /// <exception cref="ArgumentException">The format has no such element type, or a tensor has the metadata's name.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(string path, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        var header = SafeTensorsHeader.Of(tensors, metadata ?? new Dictionary<string, string>());
        AtomicFile.Write(path, file =>
        {
            file.Write(header.ToBytes());
            foreach (var entry in header.Entries)
            {
                using var scope = NewDisposeScope();
                file.Write(tensors[entry.Name].detach().cpu().contiguous().bytes);
            }
        });
    }

    /// <summary>Writes a network's parameters and buffers.</summary>
    /// <param name="path">The file; missing folders are made.</param>
    /// <param name="network">The network; the names of its weights become those of the tensors.</param>
    /// <param name="metadata">Texts to store with them, by name.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(string path, nn.Module network, IReadOnlyDictionary<string, string>? metadata = null) =>
        Save(path, network.state_dict(), metadata);

    /// <summary>Reads all tensors of a file, onto the CPU.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The tensors by name, in the order of their bytes.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is not a whole safetensors file.</exception>
    public static Dictionary<string, Tensor> Load(string path)
    {
        using var file = File.OpenRead(path);
        var header = SafeTensorsHeader.Read(file, Path.GetFileName(path));
        var tensors = new Dictionary<string, Tensor>();
        foreach (var entry in header.Entries)
        {
            var tensor = empty(entry.Shape, entry.Type);
            tensors[entry.Name] = tensor;
            file.ReadExactly(tensor.bytes);
        }
        return tensors;
    }

    /// <summary>Reads the texts that are stored with the tensors, but no tensor.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is not a whole safetensors file.</exception>
    public static IReadOnlyDictionary<string, string> LoadMetadata(string path)
    {
        using var file = File.OpenRead(path);
        return SafeTensorsHeader.Read(file, Path.GetFileName(path)).Metadata;
    }

    /// <summary>Reads a network's parameters and buffers.</summary>
    /// <param name="path">A file with a tensor for each of them, of the same shape, and no others.</param>
    /// <param name="network">Changed in place, and only if the whole file fits it.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is not a whole safetensors file, or it is of another network.</exception>
    public static void Load(string path, nn.Module network)
    {
        using var scope = NewDisposeScope();
        var (found, wanted) = (Load(path), network.state_dict());
        var name = Path.GetFileName(path);
        if (wanted.Keys.Except(found.Keys).ToArray() is [_, ..] missing) throw OtherNetwork($"it lacks {Some(missing)}");
        if (found.Keys.Except(wanted.Keys).ToArray() is [_, ..] surplus) throw OtherNetwork($"it also has {Some(surplus)}");
        if (wanted.FirstOrDefault(pair => !pair.Value.shape.SequenceEqual(found[pair.Key].shape)) is { Key: { } key, Value: var value })
            throw OtherNetwork($"its {key} is ({string.Join(", ", found[key].shape)}), the network's is ({string.Join(", ", value.shape)})");
        network.load_state_dict(found);

        InvalidDataException OtherNetwork(string difference) => new(
            $"{name}: these weights are not those of {network.GetName()}: {difference}. Build the network with the sizes that it was saved with, or name another file.");
    }

    private static string Some(string[] names) =>
        names.Length <= 3 ? string.Join(", ", names) : $"{string.Join(", ", names[..3])} and {names.Length - 3} more tensors";
}
