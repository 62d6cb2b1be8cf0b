using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace TorchSharp.Tests;

public class DataLoaderTests
{
    private sealed class Squares : Dataset
    {
        public override long Count => 10;

        public override Dictionary<string, Tensor> GetTensor(long index) => new() { ["x"] = tensor(index), ["y"] = tensor(new[] { index * index, 0 }) };
    }

    [Fact]
    public void Examples_come_in_batches_in_order()
    {
        using var loader = DataLoader(new Squares(), 4);
        var batches = loader.Select(batch => (batch["x"].data<long>().ToArray(), batch["y"].shape)).ToList();
        Assert.Equal(3, loader.Count);
        Assert.Equal([[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]], batches.Select(batch => batch.Item1));
        Assert.Equal([4, 2], batches[0].shape);
    }

    [Fact]
    public void A_last_batch_that_is_not_full_can_be_left_out()
    {
        using var loader = DataLoader(new Squares(), 4, drop_last: true, num_worker: 2);
        Assert.Equal(2, loader.Count);
        Assert.Equal(2, loader.ToList().Count);
    }

    [Fact]
    public void A_random_order_has_every_example_once()
    {
        using var loader = DataLoader(new Squares(), 3, shuffle: true, seed: 5);
        long[] Pass() => [.. loader.SelectMany(batch => batch["x"].data<long>().ToArray())];
        var first = Pass();
        Assert.NotEqual(first.Order(), first);
        Assert.Equal(Enumerable.Range(0, 10).Select(i => (long)i), first.Order());
        Assert.Equal(first, Pass());
    }

    [Fact]
    public void Tensors_in_memory_are_a_data_set()
    {
        using var images = arange(12, dtype: float32).reshape(6, 2);
        using var labels = arange(6);
        using var loader = DataLoader(TensorDataset(images, labels), 4, new long[] { 5, 0, 1, 2, 3, 4 });
        var first = loader.Select(batch => (batch[0].data<float>().ToArray(), batch[1].data<long>().ToArray())).First();
        Assert.Equal([10, 11, 0, 1, 2, 3, 4, 5], first.Item1);
        Assert.Equal([5, 0, 1, 2], first.Item2);
        Assert.Throws<ArgumentException>(() => TensorDataset(images, zeros(5)));
    }

    [Fact]
    public void A_batch_is_freed_when_the_next_one_comes_and_is_in_no_scope()
    {
        using var scope = NewDisposeScope();
        using var loader = DataLoader(new Squares(), 4);
        List<Tensor> seen = [];
        foreach (var batch in loader)
        {
            Assert.False(batch["x"].IsInvalid);
            Assert.Equal(0, scope.DisposablesCount);
            if (seen.Count > 0) Assert.True(seen[^1].IsInvalid);
            seen.Add(batch["x"]);
        }
        Assert.True(seen[^1].IsInvalid);
    }

    [Fact]
    public void Batches_can_be_kept()
    {
        using var loader = DataLoader(new Squares(), 4, disposeBatch: false);
        Assert.All(loader.ToList(), batch => Assert.False(batch["x"].IsInvalid));
    }
}
