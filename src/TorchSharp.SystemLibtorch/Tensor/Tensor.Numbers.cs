namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The only element as a number.</summary>
        /// <exception cref="ArgumentException">More than one element.</exception>
        public Scalar ToScalar()
        {
            if (NumberOfElements != 1) throw new ArgumentException($"A number needs a tensor of one element; this one has {NumberOfElements}.");
            using var here = cpu();
            return dtype switch
            {
                ScalarType.Bool => here.item<bool>(),
                ScalarType.Byte or ScalarType.Int8 or ScalarType.Int16 or ScalarType.Int32 or ScalarType.Int64 => Whole(here),
                _ => here.ReadFirst(),
            };
        }

        private static long Whole(Tensor tensor)
        {
            using var number = tensor.to(ScalarType.Int64);
            return number.item<long>();
        }

        /// <summary>The only element.</summary>
        public static explicit operator float(Tensor value) => value.ToSingle();
        /// <summary>The only element.</summary>
        public static explicit operator double(Tensor value) => value.ToDouble();
        /// <summary>The only element.</summary>
        public static explicit operator sbyte(Tensor value) => value.ToSByte();
        /// <summary>The only element.</summary>
        public static explicit operator byte(Tensor value) => value.ToByte();
        /// <summary>The only element.</summary>
        public static explicit operator short(Tensor value) => value.ToInt16();
        /// <summary>The only element.</summary>
        public static explicit operator int(Tensor value) => value.ToInt32();
        /// <summary>The only element.</summary>
        public static explicit operator long(Tensor value) => value.ToInt64();
        /// <summary>The only element.</summary>
        public static explicit operator bool(Tensor value) => value.ToBoolean();

        /// <summary>A tensor without dimensions.</summary>
        public static implicit operator Tensor(byte value) => tensor(value);
        /// <summary>A tensor without dimensions.</summary>
        public static implicit operator Tensor(sbyte value) => tensor(value);
        /// <summary>A tensor without dimensions.</summary>
        public static implicit operator Tensor(short value) => tensor(value);
        /// <summary>A tensor without dimensions.</summary>
        public static implicit operator Tensor(int value) => tensor(value);
        /// <summary>A tensor without dimensions.</summary>
        public static implicit operator Tensor(long value) => tensor(value);
        /// <summary>A tensor without dimensions.</summary>
        public static implicit operator Tensor(float value) => tensor(value);
        /// <summary>A tensor without dimensions.</summary>
        public static implicit operator Tensor(double value) => tensor(value);
        /// <summary>A tensor without dimensions.</summary>
        public static implicit operator Tensor(bool value) => tensor(value);
        /// <summary>A tensor without dimensions, of the number's own type.</summary>
        public static implicit operator Tensor(Scalar scalar) => full([], scalar, scalar.Type);
        /// <summary>A tensor of one dimension.</summary>
        public static implicit operator Tensor(byte[] value) => from_array(value);
        /// <summary>A tensor of one dimension.</summary>
        public static implicit operator Tensor(sbyte[] value) => from_array(value);
        /// <summary>A tensor of one dimension.</summary>
        public static implicit operator Tensor(short[] value) => from_array(value);
        /// <summary>A tensor of one dimension.</summary>
        public static implicit operator Tensor(int[] value) => from_array(value);
        /// <summary>A tensor of one dimension.</summary>
        public static implicit operator Tensor(long[] value) => from_array(value);
        /// <summary>A tensor of one dimension.</summary>
        public static implicit operator Tensor(float[] value) => from_array(value);
        /// <summary>A tensor of one dimension.</summary>
        public static implicit operator Tensor(double[] value) => from_array(value);
        /// <summary>A tensor of one dimension.</summary>
        public static implicit operator Tensor(bool[] value) => from_array(value);

        /// <summary>True where the right is equal.</summary>
        public static Tensor operator ==(Scalar left, Tensor right) => right.eq(left);
        /// <summary>True where the right is different.</summary>
        public static Tensor operator !=(Scalar left, Tensor right) => right.ne(left);
        /// <summary>True where the right is greater.</summary>
        public static Tensor operator <(Scalar left, Tensor right) => right.gt(left);
        /// <summary>True where the right is greater or equal.</summary>
        public static Tensor operator <=(Scalar left, Tensor right) => right.ge(left);
        /// <summary>True where the right is less.</summary>
        public static Tensor operator >(Scalar left, Tensor right) => right.lt(left);
        /// <summary>True where the right is less or equal.</summary>
        public static Tensor operator >=(Scalar left, Tensor right) => right.le(left);
        /// <summary>The bits set in both; for truth values, both true.</summary>
        public static Tensor operator &(Tensor left, Tensor right) => left.bitwise_and(right);
        /// <summary>The bits set in either; for truth values, at least one true.</summary>
        public static Tensor operator |(Tensor left, Tensor right) => left.bitwise_or(right);
        /// <summary>The bits set in exactly one; for truth values, exactly one true.</summary>
        public static Tensor operator ^(Tensor left, Tensor right) => left.bitwise_xor(right);
        /// <summary>Every bit turned over; for truth values, not.</summary>
        public static Tensor operator ~(Tensor left) => left.bitwise_not();
    }
}
