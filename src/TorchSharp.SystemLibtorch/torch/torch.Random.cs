using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A source of random numbers with a state of its own.</summary>
    public sealed class Generator : IDisposable
    {
        private nint handle;

        /// <summary>A generator that begins with a seed.</summary>
        public Generator(ulong seed = 0, Device? device = null)
        {
            if (device is { type: not DeviceType.CPU }) throw new ArgumentException($"Random numbers on {device} are not available: use torch.CPU.", nameof(device));
            handle = Calls.ts_generator(seed);
        }

        private Generator(nint handle) => this.handle = handle;

        /// <summary>Frees a forgotten generator.</summary>
        ~Generator() => Release();

        /// <summary>The generator used where none is given.</summary>
        public static Generator Default { get; } = new(Calls.ts_default_generator());

        /// <summary>The native generator.</summary>
        public nint Handle => handle != 0 ? handle : throw new ObjectDisposedException(nameof(Generator));

        /// <summary>Starts the sequence of a seed.</summary>
        public Generator manual_seed(long seed)
        {
            Calls.ts_seed(Handle, unchecked((ulong)seed));
            return this;
        }

        /// <summary>The seed that the sequence began with.</summary>
        public long initial_seed() => unchecked((long)Calls.ts_current_seed(Handle));

        /// <summary>The state as bytes: set it again and the same numbers follow.</summary>
        public Tensor get_state()
        {
            var state = Calls.ts_generator_state(Handle);
            return state != 0 ? new Tensor(state) : throw Calls.Failure(nameof(get_state));
        }

        /// <summary>Goes on from a state that <see cref="get_state"/> gave.</summary>
        public void set_state(Tensor value)
        {
            Calls.Check(Calls.ts_set_generator_state(Handle, value.Handle), nameof(set_state));
            GC.KeepAlive(value);
        }

        /// <summary>Frees the generator.</summary>
        public void Dispose()
        {
            Release();
            GC.SuppressFinalize(this);
        }

        private void Release()
        {
            var released = Interlocked.Exchange(ref handle, 0);
            if (released != 0) Calls.ts_free_generator(released);
        }
    }

    /// <summary>Starts the default generator's sequence of a seed.</summary>
    public static Generator manual_seed(long seed) => Generator.Default.manual_seed(seed);

    /// <summary>The seed that the default generator began with.</summary>
    public static long initial_seed() => Generator.Default.initial_seed();

    /// <summary>The default generator's state as bytes: set it again and the same numbers follow.</summary>
    public static Tensor get_rng_state() => Generator.Default.get_state();

    /// <summary>The default generator goes on from a state that <see cref="get_rng_state"/> gave.</summary>
    public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);

    /// <inheritdoc cref="Tensor.bernoulli"/>
    public static Tensor bernoulli(Tensor input, Generator? generator = null) => input.bernoulli(generator);

    /// <inheritdoc cref="Tensor.multinomial"/>
    public static Tensor multinomial(Tensor input, long num_samples, bool replacement = false, Generator? generator = null) => input.multinomial(num_samples, replacement, generator);
}
