using System.Text.RegularExpressions;
using static TorchSharp.torch;

namespace GanNotebooks.Runtime.Tests;

/// <summary>What TorchSharp 0.107 does wrong and the kit therefore does not use. A failure here is good news: a version that mends it.</summary>
public partial class TorchSharpFaultsTests
{
    [Fact]
    public void Glorots_normal_values_are_uniform()
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        var values = nn.init.xavier_normal_(empty(100, 100));
        Assert.True(values.abs().max().item<float>() < 0.18f, "A normal distribution of deviation 0.1 has values beyond 0.3 among 10,000.");
    }

    [Fact]
    public void A_truncated_normal_has_another_mean()
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        var mean = nn.init.trunc_normal_(empty(20_000), 1, 2, 0, 5).mean().item<float>();
        Assert.True(Math.Abs(mean - 1.8915) > 0.03, $"N(1, 2²) between 0 and 5 has the mean 1.8915; found {mean}.");
    }

    [Fact]
    public void A_loaded_optimizer_state_dies_with_the_scope_it_was_loaded_in()
    {
        var weight = nn.Parameter(ones(2));
        using var optimizer = optim.RMSProp([weight], 0.1);
        weight.sum().backward();
        optimizer.step();
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        optimizer.save_state_dict(writer);
        writer.Flush();
        stream.Position = 0;
        using (NewDisposeScope()) optimizer.load_state_dict(new BinaryReader(stream));
        Assert.ThrowsAny<Exception>(() => optimizer.save_state_dict(writer));
    }

    [Fact]
    public void The_library_calls_none_of_the_wrong_functions()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "GanNotebooks.sln"))) root = Path.GetDirectoryName(root)!;
        var calls = Directory.EnumerateFiles(Path.Combine(root, "src"), "*.cs", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(Path.Combine(root, "notebooks"), "*.ipynb"))
            .Where(path => Wrong().IsMatch(File.ReadAllText(path)));
        Assert.Empty(calls);
    }

    [GeneratedRegex(@"\b(trunc_normal_|xavier_normal_|baddbmm|ModuleDict)\b")]
    private static partial Regex Wrong();
}
