namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module whose calls others may watch or change.</summary>
        /// <typeparam name="TPreHook">What is told of the input, before.</typeparam>
        /// <typeparam name="TPostHook">What is told of input and result, after.</typeparam>
        public abstract class HookableModule<TPreHook, TPostHook> : Module
        {
            private protected HookableModule(string name) : base(name)
            {
            }

            /// <summary>The hooks that are told before; null while there are none, as nearly always.</summary>
            private protected List<TPreHook>? PreHooks { get; private set; }

            /// <summary>The hooks that are told after; null while there are none, as nearly always.</summary>
            private protected List<TPostHook>? PostHooks { get; private set; }

            /// <summary>Adds a hook that <c>call</c> runs before <c>forward</c>.</summary>
            /// <param name="hook">Gets the module and its input; what it returns takes the input's place unless it is null.</param>
            public HookRemover register_forward_pre_hook(TPreHook hook)
            {
                var hooks = PreHooks ??= [];
                hooks.Add(hook);
                return new(() => hooks.Remove(hook));
            }

            /// <summary>Adds a hook that <c>call</c> runs after <c>forward</c>.</summary>
            /// <param name="hook">Gets the module, its input and its result; what it returns takes the result's place unless it is null.</param>
            public HookRemover register_forward_hook(TPostHook hook)
            {
                var hooks = PostHooks ??= [];
                hooks.Add(hook);
                return new(() => hooks.Remove(hook));
            }

            /// <summary>Takes a hook off again.</summary>
            public sealed class HookRemover
            {
                private readonly Action removal;

                internal HookRemover(Action removal) => this.removal = removal;

                /// <summary>The hook runs no more.</summary>
                public void remove() => removal();
            }
        }
    }
}
