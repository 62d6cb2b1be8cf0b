using System.Runtime.CompilerServices;
using TorchSharp.Native;

namespace TorchSharp;

/// <summary>Tensors, neural networks and their training: the functions and types that PyTorch has under the same name.</summary>
public static partial class torch
{
    /// <summary>An n-dimensional array that libtorch owns, with the history that automatic differentiation needs.</summary>
    /// <remarks>Free it with <see cref="Dispose"/> or by a <see cref="DisposeScope"/>; the collector frees what was forgotten.</remarks>
    public partial class Tensor : IDisposable
    {
        private const long PressingSize = 16 << 10;
        private nint handle;
        private long pressure;

        internal Tensor(nint handle)
        {
            this.handle = handle;
            Scope = DisposeScope.Current;
            if (Scope is not null) Scope.Add(this);
            else Press();
        }

        /// <summary>Takes over another tensor's native value and its place in a scope; the other becomes empty.</summary>
        private protected Tensor(Tensor source)
        {
            handle = source.Handle;
            pressure = Interlocked.Exchange(ref source.pressure, 0);
            Scope = source.Scope;
            Scope?.Remove(source);
            Scope?.Add(this);
            source.handle = 0;
            source.Scope = null;
        }

        /// <summary>Frees a forgotten tensor.</summary>
        ~Tensor() => Release();

        internal DisposeScope? Scope { get; set; }

        /// <summary>The native tensor.</summary>
        /// <exception cref="ObjectDisposedException">The tensor was disposed, by hand or by its scope.</exception>
        public nint Handle => handle != 0 ? handle : throw new ObjectDisposedException(
            nameof(Tensor), "This tensor was already freed, by Dispose or by the end of its NewDisposeScope. Keep it with MoveToOuterDisposeScope().");

        /// <summary>True once the tensor was freed.</summary>
        public bool IsInvalid => handle == 0;

        /// <summary>Frees the tensor now.</summary>
        public void Dispose()
        {
            Scope?.Remove(this);
            Scope = null;
            Release();
            GC.SuppressFinalize(this);
        }

        /// <summary>Hands the tensor to the enclosing scope.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            Scope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Excludes the tensor from all scopes: it lives until it is disposed or collected.</summary>
        public Tensor DetachFromDisposeScope()
        {
            Scope?.Detach(this);
            return this;
        }

        /// <inheritdoc cref="DetachFromDisposeScope"/>
        public Tensor DetatchFromDisposeScope() => DetachFromDisposeScope();

        /// <summary>Hands the tensor to a given scope, or to none.</summary>
        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (Scope is null) other?.Attach(this);
            else Scope.MoveToOther(other, this);
            return this;
        }

        /// <summary>Hands the tensor to another tensor's scope.</summary>
        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.Scope);

        private void Release()
        {
            var released = Interlocked.Exchange(ref handle, 0);
            if (released == 0) return;
            Calls.ts_free(released);
            if (pressure != 0) GC.RemoveMemoryPressure(pressure);
        }

        /// <summary>Tells the collector of memory that only it will free: it sees some ten bytes of a tensor, whatever its size.</summary>
        internal void Press()
        {
            if (pressure != 0) return;
            var size = Calls.ts_bytes(handle);
            if (size < PressingSize) return;
            pressure = size;
            GC.AddMemoryPressure(size);
        }

        /// <summary>A second managed owner of the same native tensor.</summary>
        public Tensor alias()
        {
            var shared = new Tensor(Calls.ts_share(Handle));
            GC.KeepAlive(this);
            return shared;
        }

        /// <summary>Two variables are equal when they are the same object; compare values with <c>eq</c> or <c>allclose</c>.</summary>
        public override bool Equals(object? obj) => ReferenceEquals(this, obj);

        /// <inheritdoc/>
        public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
    }
}
