using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>Parts of tensors, and what finding them leaves behind.</summary>
public class IndexingTests
{
    [Fact]
    public void Ranges_and_indices_count_from_the_end()
    {
        var x = arange(10);
        Assert.Equal([7L, 8, 9], x[TensorIndex.Slice(^3..)].data<long>().ToArray());
        Assert.Equal([1L, 2], x[TensorIndex.Slice(1..^7)].data<long>().ToArray());
        Assert.Equal(9, x[(TensorIndex)(^1)].item<long>());
    }

    [Fact]
    public void Chained_indexing_leaves_only_its_result_to_the_scope()
    {
        var x = arange(60).reshape(3, 4, 5);
        using var scope = NewDisposeScope();
        _ = x[1, TensorIndex.Slice(1, 3), TensorIndex.None, TensorIndex.Ellipsis, 2];
        _ = x[1][2];
        Assert.Equal(3, scope.DisposablesCount);
    }

    [Fact]
    public void Each_different_value_is_there_once()
    {
        var x = tensor(new long[] { 3, 1, 3, 2, 1, 3 });
        var (values, inverse, counts) = x.unique(return_inverse: true, return_counts: true);
        Assert.Equal([1L, 2, 3], values.data<long>().ToArray());
        Assert.Equal([2L, 0, 2, 1, 0, 2], inverse!.data<long>().ToArray());
        Assert.Equal([2L, 1, 3], counts!.data<long>().ToArray());
        Assert.Null(unique(x).counts);

        var rows = tensor(new long[,] { { 1, 2 }, { 0, 1 }, { 1, 2 } });
        Assert.Equal([0L, 1, 1, 2], rows.unique(dim: 0).output.data<long>().ToArray());
        Assert.Equal([1L, 2, 1], tensor(new long[] { 1, 1, 2, 1 }).unique_consecutive().output.data<long>().ToArray());
    }

    [Fact]
    public void Short_names_of_element_types_are_those_of_PyTorch()
    {
        Assert.Equal(float16, half);
        Assert.Equal(float32, @float);
        Assert.Equal(float64, @double);
        Assert.Equal(int32, @int);
        Assert.Equal(int16, @short);
        Assert.Equal(2, zeros(3, bfloat16).element_size());
    }
}
