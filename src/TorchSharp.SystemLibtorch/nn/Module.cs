using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Neural networks: modules, their functions, initial values and losses.</summary>
    public static partial class nn
    {
        /// <summary>A tensor as something to train; the variable passed becomes empty.</summary>
        public static Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);

        /// <summary>A part of a network: parameters, buffers and parts of its own.</summary>
        /// <param name="name">The module's name, for messages.</param>
        public abstract partial class Module(string name) : IDisposable
        {
            private readonly List<(string Name, Parameter Value)> ownParameters = [];
            private readonly List<(string Name, Tensor Value, bool Persistent)> ownBuffers = [];
            private readonly List<(string Name, Module Value)> ownModules = [];
            private bool trains = true;

            /// <summary>True while training, false while evaluating: dropout and batch normalization differ.</summary>
            public virtual bool training => trains;

            /// <summary>The module's name.</summary>
            public virtual string GetName() => name;

            /// <summary>Switches this module and its parts to training or evaluation.</summary>
            public virtual void train(bool train = true)
            {
                trains = train;
                foreach (var (_, module) in ownModules) module.train(train);
            }

            /// <summary>Switches this module and its parts to evaluation.</summary>
            public virtual void eval() => train(false);

            /// <summary>Applies an action to every part, then to this module.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (var (_, module) in ownModules) module.apply(fn);
                fn(this);
                return this;
            }

            /// <summary>Forgets the gradients of all parameters.</summary>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var parameter in parameters())
                {
                    if (set_to_none) parameter.grad = null;
                    else parameter.grad?.zero_();
                }
            }

            /// <summary>Frees all parameters and buffers.</summary>
            public void Dispose()
            {
                Dispose(disposing: true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Frees all parameters and buffers.</summary>
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing) return;
                foreach (var (_, parameter) in ownParameters) parameter.Dispose();
                foreach (var (_, buffer, _) in ownBuffers) buffer.Dispose();
                foreach (var (_, module) in ownModules) module.Dispose();
            }
        }

        /// <summary>A module of one input.</summary>
        /// <param name="name">The module's name, for messages.</param>
        public abstract class Module<T, TResult>(string name) : HookableModule<Func<Module<T, TResult>, T, T>, Func<Module<T, TResult>, T, TResult, TResult>>(name)
        {
            /// <summary>The module's function.</summary>
            public abstract TResult forward(T input);

            /// <summary>The module's function, as users call it: with its hooks.</summary>
            public TResult call(T input)
            {
                if (PreHooks is { } before) foreach (var hook in before) input = hook(this, input) ?? input;
                var result = forward(input);
                if (PostHooks is { } after) foreach (var hook in after) result = hook(this, input, result) ?? result;
                return result;
            }
        }

        /// <summary>A module of two inputs.</summary>
        /// <param name="name">The module's name, for messages.</param>
        public abstract class Module<T1, T2, TResult>(string name) : Module(name)
        {
            /// <summary>The module's function.</summary>
            public abstract TResult forward(T1 input1, T2 input2);

            /// <summary>The module's function, as users call it.</summary>
            public TResult call(T1 input1, T2 input2) => forward(input1, input2);
        }

        /// <summary>A module of three inputs.</summary>
        /// <param name="name">The module's name, for messages.</param>
        public abstract class Module<T1, T2, T3, TResult>(string name) : Module(name)
        {
            /// <summary>The module's function.</summary>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3);

            /// <summary>The module's function, as users call it.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3) => forward(input1, input2, input3);
        }
    }
}
