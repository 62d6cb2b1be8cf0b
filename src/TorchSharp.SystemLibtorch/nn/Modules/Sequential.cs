using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Modules one after the other, named "0", "1", ….</summary>
            public static Sequential Sequential(params nn.Module<Tensor, Tensor>[] modules) => Sequential((IEnumerable<nn.Module<Tensor, Tensor>>)modules);

            /// <summary>Modules one after the other, named "0", "1", ….</summary>
            public static Sequential Sequential(IEnumerable<nn.Module<Tensor, Tensor>> modules) => new(modules.Select((module, i) => ($"{i}", module)));

            /// <summary>An empty sequence, to append to.</summary>
            public static Sequential Sequential() => new([]);

            /// <summary>Modules one after the other, with names.</summary>
            public static Sequential Sequential(IEnumerable<(string name, nn.Module<Tensor, Tensor> submodule)> modules) => new(modules);

            /// <summary>Modules one after the other, with names.</summary>
            public static Sequential Sequential(params (string name, nn.Module<Tensor, Tensor> submodule)[] modules) => new(modules);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Modules one after the other.</summary>
    public sealed class Sequential : nn.Module<Tensor, Tensor>
    {
        private readonly List<nn.Module<Tensor, Tensor>> steps = [];

        internal Sequential(IEnumerable<(string Name, nn.Module<Tensor, Tensor> Module)> modules) : base(nameof(Sequential))
        {
            foreach (var (name, module) in modules) append(name, module);
        }

        /// <summary>The number of modules.</summary>
        public int Count => steps.Count;

        /// <summary>The module at a place.</summary>
        public nn.Module<Tensor, Tensor> this[int index] => steps[index];

        /// <summary>Adds a module at the end.</summary>
        public Sequential append(string name, nn.Module<Tensor, Tensor> module)
        {
            register_module(name, module);
            steps.Add(module);
            return this;
        }

        /// <summary>Adds a module at the end, named by its place.</summary>
        public Sequential append(nn.Module<Tensor, Tensor> module) => append($"{steps.Count}", module);

        /// <inheritdoc/>
        public override Tensor forward(Tensor input)
        {
            var result = input;
            foreach (var step in steps)
            {
                // What lies between two steps is freed here, not first at the end of the caller's scope: autograd holds what it needs.
                var next = step.call(result);
                if (!ReferenceEquals(result, input) && !ReferenceEquals(result, next)) result.Dispose();
                result = next;
            }
            return steps.Count == 0 ? input.alias() : result;
        }
    }
}
