using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator Select = new("select", "int");
        private static readonly Operator Slice = new("slice", "Tensor");
        private static readonly Operator Index = new("index", "Tensor");
        private static readonly Operator IndexPut = new("index_put_");
        private static readonly Operator IndexSelect = new("index_select");
        private static readonly Operator Gather = new("gather");

        /// <summary>Part of the tensor: numbers, ranges, <see cref="TensorIndex.Ellipsis"/>, <see cref="TensorIndex.None"/>, masks and index tensors.</summary>
        public Tensor this[params TensorIndex[] indices]
        {
            get
            {
                var view = Resolve(indices, out var tensors);
                if (tensors is null) return view;
                using var _ = view;
                return Index.Call(view, Argument.Optional(tensors));
            }
            set => index_put_(value, indices, false);
        }

        /// <summary>Rows (or whatever a dimension holds) by their numbers, in the order given.</summary>
        public Tensor index_select(long dim, Tensor index) => IndexSelect.Call(this, dim, index);
        /// <summary>One element along a dimension for each number in <paramref name="index"/>.</summary>
        public Tensor gather(long dim, Tensor index) => Gather.Call(this, dim, index);
        /// <summary>One index along a dimension, which goes.</summary>
        public Tensor select(long dim, long index) => Select.Call(this, dim, index);
        /// <summary>start, start + step, … below finish along a dimension.</summary>
        public Tensor slice(long dim, long start, long finish, long step) => Slice.Call(this, dim, start, finish, step);

        /// <summary>Part of the tensor.</summary>
        public Tensor index(params TensorIndex[] indices) => this[indices];
        /// <summary>Writes a tensor to part of this one.</summary>
        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, false);
        /// <summary>Writes a number to part of this tensor.</summary>
        public Tensor index_put_(Scalar value, params TensorIndex[] indices) => index_put_((Tensor)value, indices, false);
        /// <summary>Writes a tensor to part of this one, or adds it there.</summary>
        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            using var view = Resolve(indices, out var tensors);
            if (tensors is not null) view.index_put_(value, tensors!, accumulate);
            else if (accumulate) view.add_(value);
            else view.copy_(value);
            return this;
        }

        /// <summary>A view by all that is not a tensor, and the tensors that remain to index it by.</summary>
        private Tensor Resolve(TensorIndex[] indices, out Tensor?[]? tensors)
        {
            var view = this;
            var places = new List<Tensor?>();
            var consumed = indices.Sum(i => i.Kind is TensorIndex.Form.Single or TensorIndex.Form.Slice ? 1 : i.Kind is TensorIndex.Form.Tensor ? Width(i.Indices!) : 0);
            var dimension = 0L;
            foreach (var index in indices)
            {
                switch (index.Kind)
                {
                    case TensorIndex.Form.Single:
                        Become(view.select(dimension, index.Start!.Value));
                        break;
                    case TensorIndex.Form.Slice:
                        Become(Slice.Call(view, dimension++, index.Start, index.Stop, index.Step ?? 1));
                        places.Add(null);
                        break;
                    case TensorIndex.Form.None:
                        Become(view.unsqueeze(dimension++));
                        places.Add(null);
                        break;
                    case TensorIndex.Form.Bool:
                        Become(view.unsqueeze(dimension));
                        Become(view.narrow(dimension++, 0, index.Start!.Value));
                        places.Add(null);
                        break;
                    case TensorIndex.Form.Ellipsis:
                        for (var rest = ndim - consumed; rest > 0; rest--, dimension++) places.Add(null);
                        break;
                    default:
                        places.Add(Whole64(index.Indices!));
                        dimension += Width(index.Indices!);
                        break;
                }
            }
            tensors = places.Exists(place => place is not null) ? [.. places] : null;
            return ReferenceEquals(view, this) ? alias() : view;

            // Each view frees the one before, which only it needs.
            void Become(Tensor next)
            {
                if (!ReferenceEquals(view, this)) view.Dispose();
                view = next;
            }
        }

        /// <summary>A mask stands for as many dimensions as it has, whole numbers for one.</summary>
        private static int Width(Tensor index) => index.dtype == ScalarType.Bool ? (int)index.ndim : 1;
    }
}
