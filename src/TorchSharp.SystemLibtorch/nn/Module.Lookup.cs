using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            /// <summary>Whether there is a parameter of a dotted name, such as <c>first.weight</c>.</summary>
            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            /// <summary>Whether there is a buffer of a dotted name, such as <c>norm.running_mean</c>.</summary>
            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            /// <summary>The parameter of a dotted name, or null.</summary>
            public virtual Parameter? get_parameter(string target)
            {
                foreach (var (own, parameter) in ownParameters)
                    if (own == target) return parameter;
                return Owner(target) is var (module, rest) ? module.get_parameter(rest) : null;
            }

            /// <summary>The buffer of a dotted name, or null.</summary>
            public virtual Tensor? get_buffer(string target)
            {
                foreach (var (own, buffer, _) in ownBuffers)
                    if (own == target) return buffer;
                return Owner(target) is var (module, rest) ? module.get_buffer(rest) : null;
            }

            private (Module Module, string Name)? Owner(string target)
            {
                var dot = target.IndexOf('.', StringComparison.Ordinal);
                if (dot < 0) return null;
                foreach (var (part, module) in ownModules)
                    if (target.AsSpan(0, dot).SequenceEqual(part)) return (module, target[(dot + 1)..]);
                return null;
            }
        }
    }
}
