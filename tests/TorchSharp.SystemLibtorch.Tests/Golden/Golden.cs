using System.Text.Json;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>A case of nn.json: what PyTorch computed, as make_golden.py wrote it.</summary>
internal sealed class Golden
{
    private static readonly JsonDocument File = JsonDocument.Parse(System.IO.File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Golden", "nn.json")));

    private readonly JsonElement entries;
    private readonly Dictionary<string, Tensor> inputs = [];

    public Golden(string name) => entries = File.RootElement.GetProperty(name);

    public static IEnumerable<string> Names => File.RootElement.EnumerateObject().Select(entry => entry.Name);

    /// <summary>An input, the same object at each call; it records where PyTorch gave it a gradient.</summary>
    public Tensor this[string key]
    {
        get
        {
            if (!inputs.TryGetValue(key, out var tensor)) inputs[key] = tensor = Read(key).requires_grad_(Has("d" + key));
            return tensor;
        }
    }

    /// <summary>The inputs used so far that record.</summary>
    public IEnumerable<Tensor> Leaves => inputs.Values.Where(tensor => tensor.requires_grad);

    /// <summary>A module with the state that PyTorch's had.</summary>
    public T Load<T>(T module) where T : nn.Module
    {
        module.to(float64);
        module.load_state_dict(Keys("p.").ToDictionary(key => key, key => Read("p." + key)));
        return module;
    }

    /// <summary>Compares an output, then all gradients, with PyTorch's.</summary>
    public void Check(Tensor y)
    {
        Same("y", y);
        if (!y.requires_grad) return;
        y.backward([Read("g")]);
        foreach (var (key, tensor) in inputs)
            if (Has("d" + key)) Same("d" + key, Grad.Of(tensor)!);
    }

    /// <summary>Compares a module's output, gradients and buffers.</summary>
    public void Check<T>(T module, Func<T, Tensor> call) where T : nn.Module
    {
        Check(call(module));
        foreach (var key in Keys("dp.")) Same("dp." + key, Grad.Of(module.get_parameter(key)!)!);
        foreach (var key in Keys("after.")) Same("after." + key, module.get_buffer(key)!);
    }

    /// <summary>Compares a module's state with the one that PyTorch starts from.</summary>
    public void CheckState(nn.Module module)
    {
        foreach (var key in Keys("p.")) Same("p." + key, module.get_parameter(key)!, 1e-7);
    }

    private bool Has(string key) => entries.TryGetProperty(key, out _);

    private IEnumerable<string> Keys(string start) =>
        entries.EnumerateObject().Select(entry => entry.Name).Where(key => key.StartsWith(start, StringComparison.Ordinal)).Select(key => key[start.Length..]);

    private Tensor Read(string key)
    {
        var entry = entries.GetProperty(key);
        var shape = entry.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64()).ToArray();
        var bytes = entry.GetProperty("data").GetBytesFromBase64();
        if (entry.GetProperty("kind").GetString() == "i")
        {
            var classes = new long[bytes.Length / sizeof(long)];
            Buffer.BlockCopy(bytes, 0, classes, 0, bytes.Length);
            return tensor(classes).reshape(shape);
        }
        var numbers = new double[bytes.Length / sizeof(double)];
        Buffer.BlockCopy(bytes, 0, numbers, 0, bytes.Length);
        return tensor(numbers).reshape(shape);
    }

    private void Same(string key, Tensor found, double tolerance = 1e-10)
    {
        var expected = Read(key);
        Assert.True(expected.shape.SequenceEqual(found.shape), $"{key}: ({string.Join(", ", found.shape)}), expected ({string.Join(", ", expected.shape)})");
        if (expected.numel() == 0) return;
        var worst = (found.detach().to(float64) - expected.to(float64)).abs().max().item<double>();
        Assert.True(worst <= tolerance, $"{key} differs by {worst}");
    }
}
