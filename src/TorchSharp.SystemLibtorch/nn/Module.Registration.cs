using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            private bool registered;

            /// <summary>Registers every field that holds a module, a parameter or a buffer, in the order of declaration.</summary>
            /// <remarks>Call it at the constructor's end: what is assigned later is not registered and will not train.</remarks>
            protected virtual void RegisterComponents()
            {
                if (registered) return;
                registered = true;
                // The library's own modules name their parts themselves.
                for (var type = GetType(); type.Assembly != typeof(Module).Assembly; type = type.BaseType!)
                    foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                        Register(field);
            }

            private void Register(FieldInfo field)
            {
                if (ownModules.Exists(m => m.Name == field.Name) || ownParameters.Exists(p => p.Name == field.Name) || ownBuffers.Exists(b => b.Name == field.Name)) return;
                switch (field.GetValue(this))
                {
                    case Module module: register_module(field.Name, module); break;
                    case Parameter parameter: register_parameter(field.Name, parameter); break;
                    case Tensor buffer: register_buffer(field.Name, buffer); break;
                }
            }

            /// <summary>Adds a part, or removes it where null is given.</summary>
            /// <exception cref="ArgumentException">The name is empty or has a dot.</exception>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_module(string name, Module? submodule)
            {
                if (submodule is null)
                {
                    ownModules.RemoveAll(m => m.Name == name);
                    return;
                }
                if (string.IsNullOrEmpty(name)) throw new ArgumentException("A part needs a name.", nameof(name));
                if (name.Contains('.', StringComparison.Ordinal)) throw new ArgumentException($"\"{name}\": a part's name has no dot, which separates the names of parts of parts.", nameof(name));
                if (ownModules.Exists(m => m.Name == name)) throw new InvalidOperationException($"{GetName()} has a part named \"{name}\" already.");
                submodule.RegisterComponents();
                ownModules.Add((name, submodule));
            }

            /// <inheritdoc cref="register_module"/>
            public void add_module(string name, Module? module) => register_module(name, module);

            /// <summary>Adds something to train.</summary>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_parameter(string name, Parameter param)
            {
                ArgumentNullException.ThrowIfNull(param);
                if (ownParameters.Exists(p => p.Name == name)) throw new InvalidOperationException($"{GetName()} has a parameter named \"{name}\" already.");
                param.DetachFromDisposeScope();
                ownParameters.Add((name, param));
            }

            /// <summary>Adds state that is saved but not trained.</summary>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                if (ownBuffers.Exists(b => b.Name == name)) throw new InvalidOperationException($"{GetName()} has a buffer named \"{name}\" already.");
                tensor.DetachFromDisposeScope();
                ownBuffers.Add((name, tensor, persistent));
            }

            /// <summary>Adds a parameter, puts it in the place of the one of that name, or removes it where null is given.</summary>
            protected void ConditionallyRegisterParameter(string name, Parameter? value)
            {
                var place = ownParameters.FindIndex(p => p.Name == name);
                value?.DetachFromDisposeScope();
                if (place < 0 && value is not null) ownParameters.Add((name, value));
                else if (value is not null) ownParameters[place] = (name, value);
                else if (place >= 0) ownParameters.RemoveAt(place);
            }

            /// <summary>Adds a buffer, puts it in the place of the one of that name, or removes it where null is given.</summary>
            protected void ConditionallyRegisterBuffer(string name, Tensor? value, bool persistent = true)
            {
                var place = ownBuffers.FindIndex(b => b.Name == name);
                value?.DetachFromDisposeScope();
                if (place < 0 && value is not null) ownBuffers.Add((name, value, persistent));
                else if (value is not null) ownBuffers[place] = (name, value, persistent);
                else if (place >= 0) ownBuffers.RemoveAt(place);
            }

            /// <summary>Forgets all parts, without freeing them.</summary>
            protected void ClearModules() => ownModules.Clear();

            /// <summary>What a property's setter does: frees the old parameter and registers the new one.</summary>
            [return: NotNullIfNotNull(nameof(value))]
            private protected Parameter? Replaced(string name, Parameter? old, Parameter? value)
            {
                if (!ReferenceEquals(old, value)) old?.Dispose();
                ConditionallyRegisterParameter(name, value);
                return value;
            }

            /// <summary>What a property's setter does: frees the old buffer and registers the new one.</summary>
            [return: NotNullIfNotNull(nameof(value))]
            private protected Tensor? Replaced(string name, Tensor? old, Tensor? value)
            {
                if (!ReferenceEquals(old, value)) old?.Dispose();
                ConditionallyRegisterBuffer(name, value);
                return value;
            }
        }
    }
}
