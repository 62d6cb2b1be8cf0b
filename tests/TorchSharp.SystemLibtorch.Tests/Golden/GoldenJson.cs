using System.Text.Json;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>PyTorch's values as the scripts in this folder wrote them.</summary>
internal static class GoldenJson
{
    public static JsonDocument Read(string name) => JsonDocument.Parse(typeof(GoldenJson).Assembly.GetManifestResourceStream(name)!);

    public static Tensor Unpack(JsonElement packed) =>
        tensor(packed.GetProperty("data").EnumerateArray().Select(number => number.GetDouble()).ToArray(),
            packed.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64()).ToArray());
}
