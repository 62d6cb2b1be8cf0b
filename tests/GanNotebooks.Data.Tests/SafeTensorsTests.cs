using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace GanNotebooks.Data.Tests;

public sealed class SafeTensorsTests : IDisposable
{
    private readonly ScratchFolder folder = new();
    private readonly DisposeScope scope = NewDisposeScope();

    public static TheoryData<ScalarType> Types =>
        [float64, float32, float16, bfloat16, int64, int32, int16, int8, uint8, @bool];

    public void Dispose()
    {
        scope.Dispose();
        folder.Dispose();
    }

    [Theory, MemberData(nameof(Types))]
    public void Tensors_of_every_type_and_shape_come_back(ScalarType type)
    {
        var path = folder.File("all.safetensors");
        Dictionary<string, Tensor> tensors = new()
        {
            ["scalar"] = tensor(1).to(type),
            ["empty"] = zeros([0, 3], type),
            ["turned"] = arange(6).reshape(2, 3).t().to(type),
            ["every second"] = arange(10).to(type)[TensorIndex.Slice(null, null, 2)],
            ["Umlaut ä \" \\ 數"] = ones([2, 1, 2], type),
        };
        SafeTensors.Save(path, tensors);
        var found = SafeTensors.Load(path);
        Assert.Equal(tensors.Keys.Order(), found.Keys.Order());
        foreach (var (name, tensor) in tensors)
        {
            Assert.Equal(type, found[name].dtype);
            Assert.Equal(tensor.shape, found[name].shape);
            Assert.True(tensor.equal(found[name]).all().item<bool>(), name);
        }
    }

    [Fact]
    public void A_file_is_the_length_the_header_and_the_bytes_in_order()
    {
        var path = folder.File("two.safetensors");
        SafeTensors.Save(path, new Dictionary<string, Tensor> { ["small"] = tensor(new byte[] { 7 }), ["wide"] = tensor(new[] { 1f, -2f }) }, new Dictionary<string, string> { ["step"] = "3" });
        var bytes = File.ReadAllBytes(path);
        var length = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes);
        var header = JsonDocument.Parse(Encoding.UTF8.GetString(bytes, 8, length)).RootElement;
        Assert.Equal(0, (8 + length) % 8);
        Assert.Equal("""{"__metadata__":{"step":"3"},"wide":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"small":{"dtype":"U8","shape":[1],"data_offsets":[8,9]}}""", header.GetRawText());
        Assert.Equal([0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0, 7], bytes[(8 + length)..]);
        Assert.Equal("3", SafeTensors.LoadMetadata(path)["step"]);
    }

    [Fact]
    public void A_file_that_Python_wrote_is_read()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Golden", "dcgan.safetensors");
        var found = SafeTensors.Load(path);
        Assert.Equal([5L, 8, 1, 16, 16], found["real"].shape);
        Assert.Equal(int64, found["g.1.num_batches_tracked"].dtype);
        Assert.InRange(found["real"].abs().max().item<float>(), 0.99f, 1f);
        Assert.Equal("5", SafeTensors.LoadMetadata(path)["steps"]);
    }

    [Fact]
    public void A_network_comes_back_with_its_buffers()
    {
        var path = folder.File("network.safetensors");
        var (one, two) = (Network(4), Network(4));
        using (no_grad()) one.call(randn(8, 3));      // moves the running mean
        SafeTensors.Save(path, one);
        SafeTensors.Load(path, two);
        one.eval();
        two.eval();
        var x = randn(5, 3);
        Assert.True(one.call(x).allclose(two.call(x), 0, 0));
    }

    [Fact]
    public void Weights_of_another_network_are_refused_and_change_nothing()
    {
        var path = folder.File("network.safetensors");
        SafeTensors.Save(path, Network(5));
        var network = Network(4);
        var before = network.state_dict().ToDictionary(pair => pair.Key, pair => pair.Value.clone());
        var error = Assert.Throws<InvalidDataException>(() => SafeTensors.Load(path, network));
        Assert.Contains("network.safetensors", error.Message);
        Assert.Contains("its 0.weight is (5, 3), the network's is (4, 3)", error.Message);
        Assert.All(network.state_dict(), pair => Assert.True(pair.Value.equal(before[pair.Key]).all().item<bool>()));
        error = Assert.Throws<InvalidDataException>(() => SafeTensors.Load(path, nn.Linear(3, 5)));
        Assert.Contains("it lacks weight, bias", error.Message);
        SafeTensors.Save(path, network.state_dict().Append(new("extra", ones(1))).ToDictionary());
        error = Assert.Throws<InvalidDataException>(() => SafeTensors.Load(path, network));
        Assert.Contains("it also has extra", error.Message);
    }

    [Theory]
    [InlineData("", "shorter than the eight bytes")]
    [InlineData("{\"a\":", "not the JSON")]
    [InlineData("[]", "not the JSON")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[1]}}", "not the JSON")]
    [InlineData("{\"a\":{\"dtype\":\"F7\",\"shape\":[1],\"data_offsets\":[0,4]}}", "elements of type F7")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}", "0 to 4 for (2) of F32")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,-4]}}", "the place of a is wrong")]
    [InlineData("{\"a\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[4,8]}}", "start at 4, expected at 0")]
    [InlineData("{\"a\":{\"dtype\":\"U8\",\"shape\":[9223372036854775807,9223372036854775807,4],\"data_offsets\":[0,4]}}", "the place of a is wrong")]
    [InlineData("{\"a\":{\"dtype\":\"U8\",\"shape\":[900000000000],\"data_offsets\":[0,900000000000]}}", "900000000000 bytes of tensors were expected")]
    [InlineData("{\"a\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]},\"a\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[2,4]}}", "a is there twice")]
    [InlineData("{\"__metadata__\":{\"n\":1}}", "not the JSON")]
    public void A_damaged_file_is_named_with_the_reason(string header, string reason)
    {
        var path = folder.File("damaged.safetensors");
        var length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        File.WriteAllBytes(path, header.Length == 0 ? [1, 2] : [.. length, .. Encoding.UTF8.GetBytes(header), 1, 2, 3, 4]);
        var error = Assert.Throws<InvalidDataException>(() => SafeTensors.Load(path));
        Assert.StartsWith("damaged.safetensors: ", error.Message);
        Assert.Contains(reason, error.Message);
    }

    [Fact]
    public void Mutated_files_load_or_are_refused_and_nothing_else()
    {
        var path = folder.File("mutated.safetensors");
        SafeTensors.Save(path, new Dictionary<string, Tensor> { ["a"] = ones(2, 3), ["b"] = ones(4, int64) });
        var whole = File.ReadAllBytes(path);
        var random = new Random(1);
        var refused = 0;
        for (var i = 0; i < 2000; i++)
        {
            var bytes = whole[..random.Next(whole.Length + 1)];
            if (random.Next(2) == 0) bytes = (byte[])whole.Clone();
            for (var change = random.Next(4); change > 0 && bytes.Length > 0; change--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            File.WriteAllBytes(path, bytes);
            try
            {
                SafeTensors.Load(path);
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }
        Assert.InRange(refused, 1000, 1999);
    }

    [Fact]
    public void What_cannot_be_written_leaves_the_old_file()
    {
        var path = folder.File("kept.safetensors");
        SafeTensors.Save(path, new Dictionary<string, Tensor> { ["a"] = ones(2) });
        var error = Assert.Throws<ArgumentException>(() => SafeTensors.Save(path, new Dictionary<string, Tensor> { ["complex"] = ones(2), ["__metadata__"] = ones(1) }));
        Assert.Contains("__metadata__", error.Message);
        Assert.Equal(["a"], SafeTensors.Load(path).Keys);
        Assert.Equal(["kept.safetensors"], Directory.GetFiles(folder.Root).Select(Path.GetFileName));
    }

    private static nn.Module<Tensor, Tensor> Network(long size) => nn.Sequential(nn.Linear(3, size), nn.BatchNorm1d(size), nn.ReLU());
}
