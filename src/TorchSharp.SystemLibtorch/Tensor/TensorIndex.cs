namespace TorchSharp;

public static partial class torch
{
    /// <summary>What an indexer takes for one dimension: a number, a slice, an ellipsis, a new dimension or a tensor.</summary>
    public readonly struct TensorIndex
    {
        internal enum Form { None, Single, Slice, Ellipsis, Bool, Tensor }

        private TensorIndex(Form kind, long? start = null, long? stop = null, long? step = null, Tensor? tensor = null) =>
            (Kind, Start, Stop, Step, Indices) = (kind, start, stop, step, tensor);

        internal Form Kind { get; }
        internal long? Start { get; }
        internal long? Stop { get; }
        internal long? Step { get; }
        internal Tensor? Indices { get; }

        /// <summary>As many whole dimensions as are left.</summary>
        public static TensorIndex Ellipsis { get; } = new(Form.Ellipsis);
        /// <summary>A new dimension of size 1.</summary>
        public static TensorIndex None { get; } = new(Form.None);
        /// <summary>A new dimension of size 1.</summary>
        public static TensorIndex Null => None;
        /// <summary>The whole dimension.</summary>
        public static TensorIndex Colon { get; } = new(Form.Slice);

        /// <summary>start, start + step, … below stop.</summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) => new(Form.Slice, start, stop, step);
        /// <summary>A C# range.</summary>
        public static TensorIndex Slice(Range range) => Slice(range.Start.Equals(^0) ? long.MaxValue : Position(range.Start), range.End.Equals(^0) ? null : Position(range.End));
        /// <summary>start, start + 1, … below end.</summary>
        public static TensorIndex Slice((int? start, int? end) range) => Slice(range.start, range.end);
        /// <summary>A new dimension: of size 1 if true, empty if false.</summary>
        public static TensorIndex Bool(bool value) => new(Form.Bool, value ? 1 : 0);
        /// <summary>One index; the dimension goes.</summary>
        public static TensorIndex Single(long? index) => index is { } i ? new(Form.Single, i) : None;
        /// <summary>Whole numbers that select, or a mask.</summary>
        public static TensorIndex Tensor(Tensor tensor) => new(Form.Tensor, tensor: tensor);

        /// <summary>One index; the dimension goes.</summary>
        public static implicit operator TensorIndex(long value) => Single(value);
        /// <summary>A C# range.</summary>
        public static implicit operator TensorIndex(Range range) => Slice(range);
        /// <summary>A C# index, which may count from the end.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The index is ^0, which lies behind the last element.</exception>
        public static implicit operator TensorIndex(Index index) =>
            index.Equals(^0) ? throw new ArgumentOutOfRangeException(nameof(index), "^0 lies behind the last element, which is ^1.") : Single(Position(index));
        /// <summary>start, start + 1, … below end.</summary>
        public static implicit operator TensorIndex((int? start, int? end) range) => Slice(range);

        private static long Position(Index index) => index.IsFromEnd ? -index.Value : index.Value;
    }
}
