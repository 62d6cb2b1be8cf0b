using System.Collections;
using System.Diagnostics.CodeAnalysis;
using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Modules by name, in order.</summary>
            public static ModuleDict<Module> ModuleDict(params (string, Module)[] modules) => ModuleDict<Module>(modules);

            /// <summary>Modules of one type by name, in order.</summary>
            public static ModuleDict<T> ModuleDict<T>(params (string, T)[] modules) where T : Module
            {
                var result = new ModuleDict<T>();
                foreach (var module in modules) result.Add(module);
                return result;
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Modules by name, in order; they become parts of a network when the dictionary does, and what is added later does not.</summary>
    public class ModuleDict<T>() : torch.nn.Module("ModuleDict"), IDictionary<string, T>, IList<(string, T)> where T : torch.nn.Module
    {
        private readonly List<(string Name, T Module)> list = [];
        private bool registered;

        /// <inheritdoc/>
        public (string, T) this[int index]
        {
            get => list[index];
            set => list[index] = value;
        }

        /// <inheritdoc/>
        public T this[string key]
        {
            get => TryGetValue(key, out var module) ? module : throw new KeyNotFoundException($"There is no module named \"{key}\".");
            set => list[Find(key) is >= 0 and var place ? place : throw new KeyNotFoundException($"There is no module named \"{key}\": Add it.")] = (key, value);
        }

        /// <inheritdoc cref="ICollection{T}.Count"/>
        public int Count => list.Count;

        /// <inheritdoc cref="ICollection{T}.IsReadOnly"/>
        public bool IsReadOnly => false;

        /// <inheritdoc/>
        public ICollection<string> Keys => [.. keys()];

        /// <inheritdoc/>
        public ICollection<T> Values => [.. values()];

        /// <summary>Names and modules, in order.</summary>
        public IEnumerator<(string, T)> items() => list.GetEnumerator();

        /// <summary>The names, in order.</summary>
        public IEnumerable<string> keys() => list.Select(entry => entry.Name);

        /// <summary>The modules, in order.</summary>
        public IEnumerable<T> values() => list.Select(entry => entry.Module);

        /// <inheritdoc/>
        public void Add((string, T) item) => Insert(list.Count, item);

        /// <inheritdoc/>
        public void Add(string key, T value) => Add((key, value));

        /// <inheritdoc/>
        public void Add(KeyValuePair<string, T> item) => Add((item.Key, item.Value));

        /// <inheritdoc/>
        public void Insert(int index, (string, T) item)
        {
            if (ContainsKey(item.Item1)) throw new ArgumentException($"There is a module named \"{item.Item1}\" already.", nameof(item));
            list.Insert(index, item);
        }

        /// <inheritdoc/>
        public bool Remove((string, T) item) => list.Remove(item);

        /// <inheritdoc/>
        public bool Remove(string key) => list.RemoveAll(entry => entry.Name == key) > 0;

        /// <inheritdoc/>
        public bool Remove(KeyValuePair<string, T> item) => Remove(item.Key);

        /// <inheritdoc/>
        public void RemoveAt(int index) => list.RemoveAt(index);

        /// <summary>Removes all modules.</summary>
        public void clear() => list.Clear();

        /// <inheritdoc cref="clear"/>
        public void Clear() => list.Clear();

        /// <inheritdoc/>
        public bool ContainsKey(string key) => Find(key) >= 0;

        /// <inheritdoc/>
        public bool Contains((string, T) item) => list.Contains(item);

        /// <inheritdoc/>
        public bool Contains(KeyValuePair<string, T> item) => ContainsKey(item.Key);

        /// <inheritdoc/>
        public int IndexOf((string, T) item) => list.IndexOf(item);

        /// <inheritdoc/>
        public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
        {
            var place = Find(key);
            value = place < 0 ? null : list[place].Module;
            return place >= 0;
        }

        /// <inheritdoc/>
        public void CopyTo((string, T)[] array, int arrayIndex) => list.CopyTo(array, arrayIndex);

        /// <inheritdoc/>
        public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => Pairs.ToList().CopyTo(array, arrayIndex);

        /// <inheritdoc cref="items"/>
        public IEnumerator<(string, T)> GetEnumerator() => items();

        IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() => Pairs.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => items();

        private IEnumerable<KeyValuePair<string, T>> Pairs => list.Select(entry => KeyValuePair.Create(entry.Name, entry.Module));

        private int Find(string key) => list.FindIndex(entry => entry.Name == key);

        /// <inheritdoc/>
        protected override void RegisterComponents()
        {
            if (registered) return;
            registered = true;
            foreach (var (name, module) in list) register_module(name, module);
        }
    }
}
