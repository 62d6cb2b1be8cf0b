using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            /// <summary>The parameters with their dotted names; one that several parts share comes once, under its first name.</summary>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<nint>();
                foreach (var (own, parameter) in ownParameters)
                    if (!parameter.IsInvalid && seen.Add(parameter.Handle)) yield return (own, parameter);
                if (!recurse) yield break;
                foreach (var (part, module) in ownModules)
                    foreach (var (inner, parameter) in module.named_parameters())
                        if (seen.Add(parameter.Handle)) yield return ($"{part}.{inner}", parameter);
            }

            /// <summary>The buffers with their dotted names; one that several parts share comes once, under its first name.</summary>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                var seen = new HashSet<nint>();
                foreach (var (own, buffer, persistent) in ownBuffers)
                    if ((persistent || include_nonpersistent) && !buffer.IsInvalid && seen.Add(buffer.Handle)) yield return (own, buffer);
                if (!recurse) yield break;
                foreach (var (part, module) in ownModules)
                    foreach (var (inner, buffer) in module.named_buffers(true, include_nonpersistent))
                        if (seen.Add(buffer.Handle)) yield return ($"{part}.{inner}", buffer);
            }

            /// <summary>All parameters.</summary>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true)
            {
                var found = new OrderedDictionary<nint, Parameter>();
                Collect(found, recurse);
                return found.Values;
            }

            /// <summary>Without names, since training asks for the parameters at each step.</summary>
            private void Collect(OrderedDictionary<nint, Parameter> found, bool recurse)
            {
                foreach (var (_, parameter) in ownParameters)
                    if (!parameter.IsInvalid) found.TryAdd(parameter.Handle, parameter);
                if (!recurse) return;
                foreach (var (_, module) in ownModules) module.Collect(found, recurse);
            }

            /// <summary>All buffers.</summary>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) => named_buffers(recurse, include_nonpersistent).Select(entry => entry.buffer);

            /// <summary>The parts, with their names.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children() => ownModules;

            /// <summary>The parts.</summary>
            public virtual IEnumerable<Module> children() => ownModules.Select(entry => entry.Value);

            /// <summary>The parts and their parts, with dotted names.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var entry in ownModules) yield return entry;
                foreach (var (part, module) in ownModules)
                    foreach (var (inner, submodule) in module.named_modules()) yield return ($"{part}.{inner}", submodule);
            }

            /// <summary>The parts and their parts.</summary>
            public virtual IEnumerable<Module> modules() => named_modules().Select(entry => entry.module);

            /// <summary>Parameters and persistent buffers by their dotted names; the tensors themselves, not copies.</summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                var start = string.IsNullOrEmpty(prefix) ? "" : prefix + ".";
                foreach (var (key, parameter) in named_parameters()) destination.TryAdd(start + key, parameter);
                foreach (var (key, buffer) in named_buffers(include_nonpersistent: false)) destination.TryAdd(start + key, buffer);
                foreach (var (part, module) in ownModules) module.state_dict(destination, start + part);     // what parts share, under each name
                return destination;
            }

            /// <summary>Copies values into the parameters and buffers of the same names.</summary>
            /// <returns>The names that the source lacks, and those that this module lacks.</returns>
            /// <exception cref="InvalidOperationException">Strict, and the names differ.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                var own = state_dict();
                var missing = own.Keys.Where(key => !source.ContainsKey(key) && skip?.Contains(key) != true).ToList();
                var unexpected = source.Keys.Where(key => !own.ContainsKey(key) && skip?.Contains(key) != true).ToList();
                if (strict && missing.Count + unexpected.Count > 0)
                    throw new InvalidOperationException($"The state does not fit {GetName()}: missing [{string.Join(", ", missing)}], unexpected [{string.Join(", ", unexpected)}].");
                using var _ = no_grad();
                foreach (var (key, tensor) in own)
                    if (source.TryGetValue(key, out var value) && skip?.Contains(key) != true) tensor.copy_(value);
                return (missing, unexpected);
            }
        }
    }
}
