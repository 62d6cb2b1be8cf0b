namespace TorchSharp.Tests;

public class TensorTests
{
    private static torch.Tensor Table() => torch.arange(6, dtype: torch.float32).reshape(2, 3);

    [Fact]
    public void Arithmetic_broadcasts_and_mixes_with_numbers()
    {
        var column = torch.tensor(new float[] { 10, 20 }).reshape(2, 1);
        Expect.Values(Table() + column, 10, 11, 12, 23, 24, 25);
        Expect.Values(1 - Table(), 1, 0, -1, -2, -3, -4);
        Expect.Values(12 / (Table() + 1), 12, 6, 4, 3, 2.4, 2);
        Expect.Values(-Table() * 2 % 5, 0, 3, 1, 4, 2, 0);
        Expect.Values(Table().pow(2), 0, 1, 4, 9, 16, 25);
        Expect.Values(Table().add(column, alpha: 2), 20, 21, 22, 43, 44, 45);
    }

    [Fact]
    public void A_whole_number_keeps_a_tensor_of_whole_numbers()
    {
        Assert.Equal(torch.int64, (torch.arange(3) + 1).dtype);
        Assert.Equal(torch.float32, (torch.arange(3) + 1.5).dtype);
        Assert.Equal(torch.float32, torch.zeros(2).dtype);
    }

    [Fact]
    public void In_place_operations_change_the_tensor_and_return_it()
    {
        var x = torch.ones(3);
        Assert.Same(x, x.add_(1).mul_(3));
        Expect.Values(x, 6, 6, 6);
        x[1] = torch.tensor(9f);
        Expect.Values(x, 6, 9, 6);
        Expect.Values(x.fill_(2).zero_(), 0, 0, 0);
    }

    [Fact]
    public void Indices_slices_masks_and_new_dimensions_select()
    {
        var t = torch.arange(24).reshape(2, 3, 4);
        Expect.Values(t[1, 2, 3], 23);
        Expect.Values(t[^1, 0], 12, 13, 14, 15);
        Expect.Values(t[torch.TensorIndex.Ellipsis, 1..3][0, 0], 1, 2);
        Expect.Values(t[0, torch.TensorIndex.Slice(step: 2), 0], 0, 8);
        Expect.Shape(t[torch.TensorIndex.None, 0], 1, 3, 4);
        Expect.Values(t[t > 20], 21, 22, 23);
        Expect.Values(t[0, torch.tensor(new long[] { 2, 0 }), 1], 9, 1);
        Expect.Values(t.index_select(2, torch.tensor(new long[] { 3 })).flatten(), 3, 7, 11, 15, 19, 23);
    }

    [Fact]
    public void Assignment_reaches_the_tensor_through_slices_and_masks()
    {
        var t = torch.zeros(2, 3);
        t[torch.TensorIndex.Colon, 0] = torch.ones(2);
        t[t == 0] = torch.tensor(7f);
        Expect.Values(t, 1, 7, 7, 1, 7, 7);
    }

    [Fact]
    public void Reductions_work_over_all_or_some_dimensions()
    {
        var t = Table();
        Expect.Values(t.sum(), 15);
        Expect.Values(t.mean([0]), 1.5, 2.5, 3.5);
        Expect.Values(t.sum(1, keepdim: true), 3, 12);
        var (values, indexes) = t.max(1);
        Expect.Values(values, 2, 5);
        Expect.Values(indexes, 2, 2);
        Expect.Values(t.var(), 3.5);
        Expect.Values(t.std(0, unbiased: false), 1.5, 1.5, 1.5);
        Expect.Values(t.norm(), Math.Sqrt(55));
        Expect.Values(t.cumsum(1), 0, 1, 3, 3, 7, 12);
        Expect.Values(t.argmax(), 5);
        Expect.Values(torch.tensor(new long[] { 0, 2, 2 }).bincount(null, 4), 1, 0, 2, 0);
    }

    [Fact]
    public void Shapes_are_rearranged_without_changing_values()
    {
        var t = Table();
        Expect.Values(t.T.contiguous().flatten(), 0, 3, 1, 4, 2, 5);
        Assert.False(t.T.is_contiguous());
        Expect.Shape(t.unsqueeze(1).expand(2, 4, 3), 2, 4, 3);
        Expect.Shape(torch.zeros(2, 3, 4, 5).flatten(1), 2, 60);
        Expect.Shape(torch.zeros(2, 60).unflatten(1, 3, 4, 5), 2, 3, 4, 5);
        Expect.Values(t.flip(1), 2, 1, 0, 5, 4, 3);
        Assert.Equal([2L, 1L], t.split(2, 1).Select(part => part.shape[1]));
        Expect.Values(torch.stack([t[0], t[1]], 1).flatten(), 0, 3, 1, 4, 2, 5);
        Expect.Shape(torch.cat([t, t], 1), 2, 6);
    }

    [Fact]
    public void Matrix_products_and_distances()
    {
        Expect.Values(Table().matmul(torch.ones(3, 1)), 3, 12);
        Expect.Values(torch.cdist(torch.zeros(1, 2), torch.tensor(new float[,] { { 3, 4 } })), 5);
    }

    [Fact]
    public void Data_are_read_and_written_through_strides()
    {
        var transposed = Table().T;
        Assert.Equal(4f, transposed.data<float>()[1, 1]);
        Assert.Equal([0f, 3f, 1f, 4f, 2f, 5f], transposed.data<float>().ToArray());
        transposed.data<float>()[2, 0] = 99;
        Assert.Equal(99f, transposed[2, 0].item<float>());
    }

    [Fact]
    public void Arrays_of_any_rank_become_tensors()
    {
        Expect.Shape(torch.from_array(new double[2, 3, 4]), 2, 3, 4);
        Assert.Equal(torch.uint8, torch.tensor(new byte[] { 1, 2 }).dtype);
        Expect.Values(torch.tensor(new float[] { 1, 2, 3, 4 }, [2, 2])[1], 3, 4);
        Assert.Throws<ArgumentException>(() => torch.tensor(new float[] { 1, 2, 3 }, [2, 2]));
    }

    [Fact]
    public void Text_shows_shape_and_numbers()
    {
        Assert.Equal("[2x3], type = Float32, device = cpu", Table().ToString());
        Assert.Equal("[[0, 1, 2]\n [3, 4, 5]]", Table().npstr());
        Assert.Equal("[2x3], type = Float32, device = cpu\n 0 1 2\n 3 4 5\n", Table().jlstr());
        Assert.Equal("[], type = Float32, device = cpu, value = 3.1416", torch.tensor(3.14159265f).str());
        Assert.Equal("[1, -2.5, 1000.1, 1e-06]", torch.tensor(new float[] { 1, -2.5f, 1000.125f, 1e-6f }).npstr());
        Assert.Equal("[True, False]", torch.tensor(new bool[] { true, false }).npstr());
        Assert.Equal("[[0, 1, 2, ... 27, 28, 29]]", torch.arange(30).reshape(1, 30).npstr());
        Assert.Equal("[[[0, 1]\n  [2, 3]]\n\n [[4, 5]\n  [6, 7]]]", torch.arange(8).reshape(2, 2, 2).npstr());
        Assert.Equal("[2x2x2], type = Int64, device = cpu\n[0,..,..] =\n 0 1\n 2 3\n\n[1,..,..] =\n 4 5\n 6 7\n", torch.arange(8).reshape(2, 2, 2).jlstr());
    }

    [Fact]
    public void A_seed_repeats_the_numbers_and_a_state_continues_them()
    {
        torch.manual_seed(5);
        var first = torch.randn(4);
        torch.manual_seed(5);
        Assert.True(torch.randn(4).allclose(first));

        using var generator = new torch.Generator(7);
        var state = generator.get_state();
        var a = torch.rand([3], generator: generator);
        generator.set_state(state);
        Assert.True(torch.rand([3], generator: generator).allclose(a));
        Assert.Equal(Enumerable.Range(0, 50).Select(i => (long)i), torch.randperm(50, generator: generator).data<long>().Order());
    }
}
