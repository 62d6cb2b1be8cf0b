using static TorchSharp.torch;

namespace TorchSharp.Tests;

public class ModuleSavingTests
{
    private static byte[] Saved(nn.Module module, params string[] skip)
    {
        using var stream = new MemoryStream();
        module.save(stream, skip);
        return stream.ToArray();
    }

    private static nn.Module<Tensor, Tensor> Network() => nn.Sequential(nn.Conv2d(1, 3, 3), nn.BatchNorm2d(3), nn.Flatten(), nn.Linear(48, 2));

    [Fact]
    public void A_file_holds_a_count_then_names_types_shapes_and_elements()
    {
        using var layer = nn.Linear(2, 1);
        nn.init.constant_(layer.weight, 1);
        nn.init.constant_(layer.bias!, 2);
        Assert.Equal("02" + "06776569676874" + "06020102" + "0000803F0000803F" + "0462696173" + "060101" + "00000040", Convert.ToHexString(Saved(layer)));
    }

    [Fact]
    public void Whole_numbers_and_scalars_have_their_form()
    {
        using var layer = nn.BatchNorm1d(1, affine: false);
        layer.num_batches_tracked!.fill_(3);
        Assert.Equal("03" + "0C72756E6E696E675F6D65616E" + "060101" + "00000000" + "0B72756E6E696E675F766172" + "060101" + "0000803F" +
            "136E756D5F626174636865735F747261636B6564" + "0400" + "0300000000000000", Convert.ToHexString(Saved(layer)));
    }

    [Fact]
    public void Sizes_above_127_take_two_bytes()
    {
        using var layer = nn.Linear(200, 1, hasBias: false);
        Assert.Equal("01" + "06776569676874" + "060201C801", Convert.ToHexString(Saved(layer).AsSpan(0, 13)));
    }

    [Fact]
    public void What_was_saved_is_read_again()
    {
        using var scope = NewDisposeScope();
        using var a = Network();
        using var b = Network();
        a.call(randn(2, 1, 6, 6));
        Assert.Same(b, b.load(new MemoryStream(Saved(a))));
        foreach (var ((name, first), (_, second)) in a.state_dict().Zip(b.state_dict())) Assert.True(first.allclose(second), name);
        Assert.Equal(1, b.get_buffer("1.num_batches_tracked")!.item<long>());
    }

    [Fact]
    public void A_file_is_written_and_read()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.dat");
        using var a = nn.Linear(3, 2);
        using var b = nn.Linear(3, 2);
        a.save(path);
        b.load(path);
        File.Delete(path);
        Assert.True(a.weight.allclose(b.weight));
        Assert.Throws<FileNotFoundException>(() => b.load(path));
    }

    [Fact]
    public void Other_names_and_shapes_are_refused_unless_asked_for()
    {
        using var layer = nn.Linear(3, 2);
        using var plain = nn.Linear(3, 2, hasBias: false);
        using var wide = nn.Linear(4, 2);
        using var real = nn.Linear(3, 2).to(float64);
        var bytes = Saved(layer);
        Assert.Throws<ArgumentException>(() => plain.load(new MemoryStream(bytes)));
        Assert.Throws<ArgumentException>(() => wide.load(new MemoryStream(bytes)));
        Assert.Throws<ArgumentException>(() => real.load(new MemoryStream(bytes)));
        var loaded = new Dictionary<string, bool>();
        plain.load(new MemoryStream(bytes), strict: false, loadedParameters: loaded);
        Assert.True(plain.weight.allclose(layer.weight));
        Assert.Equal([("bias", false), ("weight", true)], loaded.Select(entry => (entry.Key, entry.Value)).Order());
    }

    [Fact]
    public void Names_to_skip_are_neither_written_nor_read()
    {
        using var layer = nn.Linear(3, 2);
        using var other = nn.Linear(3, 2);
        using var before = other.bias!.detach().clone();
        other.load(new MemoryStream(Saved(layer)), skip: ["bias"]);
        Assert.True(other.weight.allclose(layer.weight));
        Assert.True(other.bias!.allclose(before));
        Assert.True(Saved(layer, "bias").Length < Saved(layer).Length);
    }
}
