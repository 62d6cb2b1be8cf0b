using System.Collections;
using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Modules in a list, named "0", "1", ….</summary>
            public static ModuleList<Module> ModuleList(params Module[] modules) => new(modules);

            /// <summary>Modules of one type in a list, named "0", "1", ….</summary>
            public static ModuleList<T> ModuleList<T>(params T[] modules) where T : Module => new(modules);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Modules in a list; they become parts of a network when the list does, and what is added later does not.</summary>
    /// <param name="modules">The first modules.</param>
    public class ModuleList<T>(params T[] modules) : torch.nn.Module("ModuleList"), IList<T> where T : torch.nn.Module
    {
        private readonly List<T> list = [.. modules];
        private bool registered;

        /// <inheritdoc/>
        public T this[int index]
        {
            get => list[index];
            set => list[index] = value;
        }

        /// <inheritdoc/>
        public int Count => list.Count;

        /// <inheritdoc/>
        public bool IsReadOnly => false;

        /// <inheritdoc/>
        public void Add(T item) => list.Add(item);

        /// <summary>Adds modules at the end.</summary>
        public void append(params T[] parameters) => list.AddRange(parameters);

        /// <summary>Adds modules at the end.</summary>
        public void extend(IEnumerable<T> modules) => list.AddRange(modules);

        /// <inheritdoc/>
        public void Insert(int index, T item) => list.Insert(index, item);

        /// <inheritdoc/>
        public bool Remove(T item) => list.Remove(item);

        /// <inheritdoc/>
        public void RemoveAt(int index) => list.RemoveAt(index);

        /// <inheritdoc/>
        public void Clear() => list.Clear();

        /// <inheritdoc/>
        public bool Contains(T item) => list.Contains(item);

        /// <inheritdoc/>
        public int IndexOf(T item) => list.IndexOf(item);

        /// <inheritdoc/>
        public void CopyTo(T[] array, int arrayIndex) => list.CopyTo(array, arrayIndex);

        /// <inheritdoc/>
        public IEnumerator<T> GetEnumerator() => list.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        /// <inheritdoc/>
        protected override void RegisterComponents()
        {
            if (registered) return;
            registered = true;
            for (var i = 0; i < list.Count; i++) register_module($"{i}", list[i]);
        }
    }
}
