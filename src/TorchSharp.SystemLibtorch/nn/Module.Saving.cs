namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            /// <summary>Writes parameters and persistent buffers to a file, in TorchSharp's format.</summary>
            /// <param name="location">The file, which is replaced.</param>
            /// <param name="skip">Names to leave out.</param>
            public Module save(string location, IList<string>? skip = null) => save(File.Create(location), skip);

            /// <summary>Writes parameters and persistent buffers to a stream, in TorchSharp's format, and closes it.</summary>
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream);
                return save(writer, skip);
            }

            /// <summary>Writes parameters and persistent buffers, in TorchSharp's format.</summary>
            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <summary>Writes named tensors, in TorchSharp's format.</summary>
            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
            {
                var kept = sd.Where(entry => skip?.Contains(entry.Key) != true).ToList();
                StateFormat.WriteNumber(writer, kept.Count);
                foreach (var (key, tensor) in kept)
                {
                    writer.Write(key);
                    StateFormat.Write(writer, tensor);
                }
            }

            /// <summary>Reads parameters and buffers from a file that <see cref="save(string, IList{string})"/> wrote.</summary>
            /// <param name="location">The file.</param>
            /// <param name="strict">Whether file and module must hold the same names.</param>
            /// <param name="skip">Names to leave as they are.</param>
            /// <param name="loadedParameters">Receives the file's names, each with whether this module has it.</param>
            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            public virtual Module load(string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null) =>
                load(File.OpenRead(location), strict, skip, loadedParameters);

            /// <summary>Reads parameters and buffers from a stream, and closes it.</summary>
            public Module load(Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream);
                return load(reader, strict, skip, loadedParameters);
            }

            /// <summary>Reads parameters and buffers.</summary>
            /// <exception cref="ArgumentException">Names (if strict), types or shapes differ.</exception>
            public virtual Module load(BinaryReader reader, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var _ = no_grad();
                var own = state_dict();
                var count = StateFormat.ReadNumber(reader);
                if (strict && count != own.Count) throw new ArgumentException($"{GetName()} has {own.Count} tensors, the file {count}: it was saved from another network.");
                for (var i = 0L; i < count; i++)
                {
                    var key = reader.ReadString();
                    var found = own.TryGetValue(key, out var target);
                    if (strict && !found) throw new ArgumentException($"The file has a tensor \"{key}\", {GetName()} has none: it was saved from another network.");
                    using var value = StateFormat.Read(reader);
                    if (found && skip?.Contains(key) != true) Fill(key, target!, value);
                    loadedParameters?.Add(key, found);
                }
                return this;
            }

            /// <summary>Makes a module and reads its state from a file.</summary>
            public static Module Create<T>(string path) where T : Module, new() => new T().load(path);

            private static void Fill(string key, Tensor target, Tensor value)
            {
                if (value.dtype != target.dtype) throw new ArgumentException($"{key}: the file holds {value.dtype}, the module {target.dtype}. Convert the module first with to(…).");
                if (!value.shape.SequenceEqual(target.shape))
                    throw new ArgumentException($"{key}: the file holds ({string.Join(", ", value.shape)}), the module ({string.Join(", ", target.shape)}).");
                target.copy_(value);
            }
        }
    }
}
