using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class utils
        {
            public static partial class data
            {
                /// <summary>A data set's examples in batches, in the order of given indices.</summary>
                public static DataLoader DataLoader(Dataset dataset, int batchSize, IEnumerable<long> shuffler, Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) =>
                    new(dataset, batchSize, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset);

                /// <summary>A data set's examples in batches, in its order or in a random one.</summary>
                public static DataLoader DataLoader(Dataset dataset, int batchSize, bool shuffle = false, Device? device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) =>
                    new(dataset, batchSize, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Batches of tensors with names: each tensor's examples along a new first dimension.</summary>
    public class DataLoader : DataLoader<Dictionary<string, Tensor>, Dictionary<string, Tensor>>
    {
        /// <summary>A loader in the order of given indices.</summary>
        public DataLoader(utils.data.Dataset dataset, int batchSize, IEnumerable<long> shuffler, Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
            : base(dataset, batchSize, Collate, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset)
        {
        }

        /// <summary>A loader in the data set's order or in a random one.</summary>
        public DataLoader(utils.data.Dataset dataset, int batchSize, bool shuffle = false, Device? device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
            : base(dataset, batchSize, Collate, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset)
        {
        }

        private static Dictionary<string, Tensor> Collate(IEnumerable<Dictionary<string, Tensor>> examples, Device device)
        {
            Dictionary<string, Tensor>[] all = [.. examples];
            return all[0].Keys.ToDictionary(key => key, key => stack(all.Select(example => example[key])).to(device));
        }
    }
}
