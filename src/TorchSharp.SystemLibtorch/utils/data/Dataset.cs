namespace TorchSharp;

public static partial class torch
{
    /// <summary>Tools beside tensors and networks.</summary>
    public static partial class utils
    {
        /// <summary>Data sets and how they come in batches.</summary>
        public static partial class data
        {
            /// <summary>A data set of tensors with names.</summary>
            public abstract class Dataset : Dataset<Dictionary<string, Tensor>>
            {
            }

            /// <summary>A data set of tensors in a fixed order.</summary>
            public abstract class IterableDataset : Dataset<IList<Tensor>>
            {
            }

            /// <summary>A number of examples that can be asked for one by one.</summary>
            /// <typeparam name="T">What one example is.</typeparam>
            public abstract class Dataset<T> : IDisposable
            {
                /// <summary>The number of examples.</summary>
                public abstract long Count { get; }

                /// <summary>One example; it may be asked for on several threads at once.</summary>
                public abstract T GetTensor(long index);

                /// <summary>Frees the data.</summary>
                public void Dispose()
                {
                    Dispose(disposing: true);
                    GC.SuppressFinalize(this);
                }

                /// <summary>Frees the data.</summary>
                protected virtual void Dispose(bool disposing)
                {
                }
            }
        }
    }
}
