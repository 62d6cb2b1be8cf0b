using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A data set's examples in batches.</summary>
/// <typeparam name="T">What one example is.</typeparam>
/// <typeparam name="S">What a batch is.</typeparam>
public class DataLoader<T, S> : IEnumerable<S>, IDisposable
{
    /// <summary>A loader in the order of given indices.</summary>
    /// <param name="dataset">The examples.</param>
    /// <param name="batchSize">How many make a batch.</param>
    /// <param name="collate_fn">Makes a batch of examples, on a device.</param>
    /// <param name="shuffler">The indices in their order, anew for each pass.</param>
    /// <param name="device">Where batches are wanted.</param>
    /// <param name="num_worker">How many threads fetch examples.</param>
    /// <param name="drop_last">Leave out a last batch that is not full.</param>
    /// <param name="disposeBatch">Free a batch when the next one is asked for.</param>
    /// <param name="disposeDataset">Free the data set with the loader.</param>
    public DataLoader(utils.data.Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, IEnumerable<long> shuffler, Device? device = null,
        int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
    {
        (this.dataset, batch_size, this.collate_fn, sampler) = (dataset, batchSize, collate_fn, shuffler);
        (Device, num_workers, this.drop_last, DisposeBatch, DisposeDataset) = (device ?? CPU, Math.Max(1, num_worker), drop_last, disposeBatch, disposeDataset);
    }

    /// <summary>A loader in the data set's order, or in another random one each pass.</summary>
    /// <param name="dataset">The examples.</param>
    /// <param name="batchSize">How many make a batch.</param>
    /// <param name="collate_fn">Makes a batch of examples, on a device.</param>
    /// <param name="shuffle">Random order.</param>
    /// <param name="device">Where batches are wanted.</param>
    /// <param name="seed">Makes the random order the same in every pass.</param>
    /// <param name="num_worker">How many threads fetch examples.</param>
    /// <param name="drop_last">Leave out a last batch that is not full.</param>
    /// <param name="disposeBatch">Free a batch when the next one is asked for.</param>
    /// <param name="disposeDataset">Free the data set with the loader.</param>
    public DataLoader(utils.data.Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, bool shuffle = false, Device? device = null, int? seed = null,
        int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : this(dataset, batchSize, collate_fn, shuffle ? Utils.Order.Shuffled(dataset.Count, seed) : Utils.Order.Straight(dataset.Count), device, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    /// <summary>The examples.</summary>
    public utils.data.Dataset<T> dataset { get; }
    /// <summary>How many make a batch.</summary>
    public int batch_size { get; }
    /// <summary>Whether a last batch that is not full is left out.</summary>
    public bool drop_last { get; }
    /// <summary>The indices in their order.</summary>
    public IEnumerable<long> sampler { get; }
    /// <summary>How many threads fetch examples.</summary>
    public int num_workers { get; }
    /// <summary>Makes a batch of examples, on a device.</summary>
    public Func<IEnumerable<T>, Device, S> collate_fn { get; }
    /// <summary>Where batches are wanted.</summary>
    public Device Device { get; }
    /// <summary>Whether a batch is freed when the next one is asked for.</summary>
    public bool DisposeBatch { get; }
    /// <summary>Whether the data set is freed with the loader.</summary>
    public bool DisposeDataset { get; }

    /// <summary>The number of batches of a pass.</summary>
    public long Count => drop_last ? dataset.Count / batch_size : (dataset.Count - 1) / batch_size + 1;

    /// <summary>One pass over the data.</summary>
    public IEnumerator<S> GetEnumerator()
    {
        foreach (var indices in sampler.Chunk(batch_size))
        {
            if (drop_last && indices.Length < batch_size) yield break;
            var (batch, tensors) = Load(indices);
            try
            {
                yield return batch;
            }
            finally
            {
                if (DisposeBatch) Free(tensors);
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Frees the data set, if it was to be.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the data set, if it was to be.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && DisposeDataset) dataset.Dispose();
    }

    /// <summary>A batch, which no scope of the caller's holds, and its tensors.</summary>
    private (S Batch, IReadOnlyCollection<IDisposable> Tensors) Load(long[] indices)
    {
        var examples = new T[indices.Length];
        var fetched = new IReadOnlyCollection<IDisposable>[indices.Length];
        void Fetch(int i)
        {
            using var scope = NewDisposeScope();
            examples[i] = dataset.GetTensor(indices[i]);
            fetched[i] = scope.DetachAllAndDispose();
        }
        if (num_workers == 1)
            for (var i = 0; i < indices.Length; i++) Fetch(i);
        else
            Parallel.For(0, indices.Length, new ParallelOptions { MaxDegreeOfParallelism = num_workers }, Fetch);
        using var collated = NewDisposeScope();
        var batch = collate_fn(examples, Device);
        var tensors = collated.DetachAllAndDispose();
        foreach (var one in fetched) Free(one);
        return (batch, tensors);
    }

    private static void Free(IReadOnlyCollection<IDisposable> tensors)
    {
        foreach (var tensor in tensors) tensor.Dispose();
    }
}
