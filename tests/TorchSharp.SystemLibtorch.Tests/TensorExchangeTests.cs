using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>Between tensors and .NET: numbers, lists, files, text, indices.</summary>
public class TensorExchangeTests
{
    private static Tensor Table() => arange(6, dtype: float32).reshape(2, 3);

    [Fact]
    public void A_tensor_of_one_element_is_a_number()
    {
        Assert.Equal(2.5f, (float)tensor(2.5f));
        Assert.Equal(2, (int)tensor(2.5));
        Assert.Equal(7L, tensor(new[] { 7 }).ToInt64());
        Assert.True(tensor(new[] { true }).ToBoolean());
        Assert.Equal(3.0, tensor(3L).ToDouble());
        Assert.Equal(4, tensor(4).ToScalar().ToInt32());
        Assert.True(tensor(1).is_nonzero());
    }

    [Fact]
    public void Numbers_and_arrays_become_tensors()
    {
        Tensor one = 1.5f, many = new long[] { 1, 2 };
        Assert.Equal(float32, one.dtype);
        Expect.Shape(one);
        Assert.Equal(int64, many.dtype);
        Assert.Equal(@bool, tensor(true).dtype);
        Assert.Equal(float64, ((Tensor)2.0).dtype);
        Expect.Values(tensor(new List<float> { 1, 2, 3, 4 }, 2, 2)[1], 3, 4);
        Expect.Values(tensor((IList<long>)[5, 6]), 5, 6);
        Expect.Shape(tensor(new float[1, 2, 3, 4]), 1, 2, 3, 4);
        Expect.Shape(tensor(new bool[1, 2]), 1, 2);
    }

    [Fact]
    public void Operators_take_numbers_on_either_side()
    {
        Expect.Values(3 > tensor(new float[] { 2, 4 }), 1, 0);
        Expect.Values((tensor(new[] { 6, 5 }) & tensor(new[] { 3, 4 })), 2, 4);
        Expect.Values(~tensor(new[] { true, false }), 0, 1);
        Expect.Values(tensor(new float[] { 7, -7 }).div(2, RoundingMode.floor), 3, -4);
        Expect.Values(tensor(new float[] { 7, -7 }).div(2, RoundingMode.trunc), 3, -3);
        Expect.Values(tensor(new[] { 1.26 }).round(1), 1.3);
    }

    [Fact]
    public void Indices_of_every_kind_select_and_assign()
    {
        var t = arange(24).reshape(2, 3, 4);
        Expect.Values(t[1], [.. Enumerable.Range(12, 12).Select(i => (double)i)]);
        Expect.Values(t[0, tensor(new long[] { 2, 0 }), 1], 9, 1);
        Expect.Values(t[TensorIndex.Ellipsis, TensorIndex.Tensor(tensor(new long[] { 3 }))].flatten(), 3, 7, 11, 15, 19, 23);
        Expect.Shape(t[TensorIndex.Bool(true), 0], 1, 3, 4);
        Expect.Values(t.index(TensorIndex.Single(1), TensorIndex.Slice(0, 1), TensorIndex.Single(0)), 12);
        t[0, 1, 2] = tensor(99L);
        Assert.Equal(99, t[0, 1, 2].item<long>());
        t.index_put_(tensor(5L), TensorIndex.Single(1), TensorIndex.Colon, TensorIndex.Single(0));
        Expect.Values(t[1, TensorIndex.Colon, 0], 5, 5, 5);
        var x = zeros(4);
        x.index_put_(tensor(new float[] { 1, 2 }), [tensor(new long[] { 1, 1 })], accumulate: true);
        Expect.Values(x, 0, 3, 0, 0);
        x[x == 3] = tensor(7f);
        Expect.Values(x, 0, 7, 0, 0);
    }

    [Fact]
    public void Files_give_back_what_was_written()
    {
        var file = Path.GetTempFileName();
        save(Table(), file);
        Assert.True(load(file).allclose(Table()));
        Table().T.contiguous().Save(file);
        Assert.Equal(6 * 4 + 4, new FileInfo(file).Length);
        Assert.True(Tensor.Load(file).allclose(Table().T));
        var into = zeros(3, 2);
        using (var reader = new BinaryReader(File.OpenRead(file))) into.Load(reader);
        Assert.True(into.allclose(Table().T));
        using (var reader = new BinaryReader(File.OpenRead(file))) Assert.Throws<ArgumentException>(() => zeros(2, 3).Load(reader));
        File.Delete(file);
    }

    [Fact]
    public void Bytes_are_written_and_read()
    {
        var t = zeros(2);
        t.bytes = BitConverter.GetBytes(1f).Concat(BitConverter.GetBytes(2f)).ToArray();
        Expect.Values(t, 1, 2);
        Assert.Equal(4, t.element_size());
    }

    [Fact]
    public void A_tensor_is_written_as_CSharp_writes_arrays()
    {
        Assert.Equal("[3], type = Float32, device = cpu, value = float [] {1f, 2.5f, 3f}", tensor(new float[] { 1, 2.5f, 3 }).cstr());
        Assert.Equal("[], type = Int64, device = cpu, value = 4", tensor(4L).cstr());
        Assert.Equal("[2x2], type = Int64, device = cpu, value = \nlong [,] {\n {0L, 1L},\n {2L, 3L}\n}", arange(4).reshape(2, 2).cstr(newLine: "\n"));
    }

    [Fact]
    public void Conversions_free_the_source_if_asked()
    {
        var t = ones(2);
        var d = t.to(float64, disposeAfter: true);
        Assert.True(t.IsInvalid);
        Assert.Equal(float64, d.dtype);
        Assert.Equal(int32, d.to(tensor(1)).dtype);
        Assert.Equal(DeviceType.CPU, d.to("cpu").device_type);
    }

    [Fact]
    public void Types_have_their_limits()
    {
        Assert.Equal(1.1920928955078125e-07, finfo(float32).eps);
        Assert.Equal(64, finfo(float64).bits);
        Assert.Throws<ArgumentException>(() => finfo(int64));
    }
}
