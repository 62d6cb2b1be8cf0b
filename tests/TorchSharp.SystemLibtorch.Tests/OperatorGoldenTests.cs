using System.Text.Json;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>Operators and their gradients against PyTorch, in double precision: Golden/make_operator_golden.py.</summary>
public class OperatorGoldenTests
{
    private static readonly JsonDocument Golden = GoldenJson.Read("operators.json");

    private static readonly Dictionary<string, Func<Tensor[], Tensor>> Cases = new()
    {
        ["exp"] = x => x[0].exp(),
        ["sin"] = x => x[0].sin(),
        ["cos"] = x => cos(x[0]),
        ["tanh"] = x => x[0].tanh(),
        ["sigmoid"] = x => x[0].sigmoid(),
        ["atan"] = x => x[0].atan(),
        ["sinh"] = x => x[0].sinh(),
        ["cosh"] = x => cosh(x[0]),
        ["erf"] = x => x[0].erf(),
        ["erfc"] = x => x[0].erfc(),
        ["square"] = x => x[0].square(),
        ["abs"] = x => x[0].abs(),
        ["expm1"] = x => expm1(x[0]),
        ["asinh"] = x => x[0].asinh(),
        ["exp2"] = x => x[0].exp2(),
        ["sinc"] = x => x[0].sinc(),
        ["log"] = x => x[0].log(),
        ["log2"] = x => x[0].log2(),
        ["log10"] = x => x[0].log10(),
        ["log1p"] = x => log1p(x[0]),
        ["sqrt"] = x => x[0].sqrt(),
        ["rsqrt"] = x => x[0].rsqrt(),
        ["reciprocal"] = x => x[0].reciprocal(),
        ["lgamma"] = x => x[0].lgamma(),
        ["digamma"] = x => x[0].digamma(),
        ["asin"] = x => asin(x[0]),
        ["acos"] = x => x[0].acos(),
        ["acosh"] = x => x[0].acosh(),
        ["atanh"] = x => x[0].atanh(),
        ["erfinv"] = x => x[0].erfinv(),
        ["tan"] = x => x[0].tan(),
        ["softplus"] = x => x[0].softplus(2, 20),
        ["softmax"] = x => x[0].softmax(1),
        ["log_softmax"] = x => x[0].log_softmax(0),
        ["logsumexp"] = x => x[0].logsumexp(1, true),
        ["logcumsumexp"] = x => x[0].logcumsumexp(0),
        ["logit"] = x => x[0].logit(1e-6),
        ["atan2"] = x => x[0].atan2(x[1]),
        ["maximum"] = x => maximum(x[0], x[1]),
        ["minimum"] = x => x[0].minimum(x[1]),
        ["hypot"] = x => x[0].hypot(x[1]),
        ["logaddexp"] = x => x[0].logaddexp(x[1]),
        ["fmod"] = x => x[0].fmod(x[1]),
        ["remainder"] = x => x[0] % x[1],
        ["xlogy"] = x => x[0].xlogy(x[1]),
        ["pow"] = x => x[0].pow(x[1]),
        ["lerp"] = x => x[0].lerp(x[1], x[2]),
        ["clamp"] = x => x[0].clamp(x[1], x[2]),
        ["addcmul"] = x => x[0].addcmul(x[1], x[2], 0.5),
        ["addcdiv"] = x => x[0].addcdiv(x[1], x[2], 0.5),
        ["addmm"] = x => x[0].addmm(x[1], x[2], 0.5f, 2),
        ["addbmm"] = x => x[0].addbmm(x[1], x[2]),
        ["mv"] = x => x[0].mv(x[1]),
        ["dot"] = x => x[0].dot(x[1]),
        ["outer"] = x => x[0].outer(x[1]),
        ["kron"] = x => x[0].kron(x[1]),
        ["tensordot"] = x => x[0].tensordot(x[1], [1L, 2L], [0L, 1L]),
        ["einsum"] = x => einsum("bij,bjk->bik", x[0], x[1]),
        ["prod"] = x => x[0].prod(1),
        ["cumprod"] = x => x[0].cumprod(0),
        ["std"] = x => x[0].std([0L, 2L], true, true),
        ["var"] = x => x[0].var(1, false),
        ["amax"] = x => x[0].amax([0L, 1L]),
        ["median"] = x => x[0].median(),
        ["quantile"] = x => quantile(x[0], x[1], 1),
        ["cov"] = x => x[0].cov(),
        ["diff"] = x => x[0].diff(1, 1),
        ["sort"] = x => x[0].sort(1, descending: true).Values,
        ["kthvalue"] = x => x[0].kthvalue(2, 1).values,
        ["roll"] = x => x[0].roll(new long[] { 1, 2 }, new long[] { 0, 1 }),
        ["rot90"] = x => x[0].rot90(1, (0, 1)),
        ["tile"] = x => x[0].tile([2, 1, 2]),
        ["movedim"] = x => x[0].movedim([0, 1], [2, 0]),
        ["unfold"] = x => x[0].unfold(1, 3, 2),
        ["diagonal"] = x => x[0].diagonal(1, 0, 2),
        ["tril"] = x => x[0].tril(-1),
        ["triu"] = x => triu(x[0], 1),
        ["scatter_add"] = x => x[0].scatter_add(1, tensor(new long[,] { { 0, 2, 2 }, { 1, 1, 0 } }), x[1]),
        ["index_add"] = x => x[0].index_add(0, tensor(new long[] { 2, 0 }), x[1], 2),
        ["index_copy"] = x => x[0].index_copy(0, tensor(new long[] { 2, 0 }), x[1]),
        ["gather"] = x => x[0].gather(1, tensor(new long[,] { { 0, 2 }, { 3, 3 } })),
        ["take_along_dim"] = x => x[0].take_along_dim(tensor(new long[,] { { 0, 2 }, { 3, 3 } }), 1),
        ["where"] = x => where(x[0] > 0, x[0], x[1]),
        ["cdist"] = x => cdist(x[0], x[1]),
        ["linalg.det"] = x => linalg.det(x[0]),
        ["linalg.slogdet"] = x => linalg.slogdet(x[0]).Item2,
        ["linalg.inv"] = x => linalg.inv(x[0]),
        ["linalg.pinv"] = x => linalg.pinv(x[0]),
        ["linalg.solve"] = x => linalg.solve(x[0], x[1]),
        ["linalg.cholesky"] = x => linalg.cholesky(x[0]),
        ["linalg.eigh"] = x => linalg.eigh(x[0]).Item1,
        ["linalg.svd"] = x => linalg.svd(x[0], fullMatrices: false).S,
        ["linalg.svdvals"] = x => linalg.svdvals(x[0]),
        ["linalg.qr"] = x => linalg.qr(x[0]).R.abs(),
        ["linalg.lstsq"] = x => linalg.lstsq(x[0], x[1]).Solution,
        ["linalg.matrix_norm"] = x => linalg.matrix_norm(x[0]),
        ["linalg.spectral_norm"] = x => linalg.matrix_norm(x[0], 2.0),
        ["linalg.vector_norm"] = x => linalg.vector_norm(x[0], 3, [1]),
        ["linalg.norm"] = x => linalg.norm(x[0], "nuc"),
        ["linalg.multi_dot"] = x => linalg.multi_dot([x[0], x[1], x[2]]),
        ["matrix_power"] = x => matrix_power(x[0], 3),
        ["linalg.matrix_exp"] = x => linalg.matrix_exp(x[0]),
        ["linalg.solve_triangular"] = x => linalg.solve_triangular(x[0].triu(), x[1], upper: true),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    /// <summary>All but quantile, which has a corner at each element's own quantile.</summary>
    public static TheoryData<string> SmoothNames => [.. Cases.Keys.Except(["quantile"])];

    private static void Same(Tensor expected, Tensor found)
    {
        Assert.Equal(expected.shape, found.shape);
        Assert.True(found.allclose(expected, 1e-10, 1e-10, equal_nan: true), $"{(found - expected).abs().max().item<double>()} apart");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_and_gradients_are_PyTorchs(string name)
    {
        var golden = Golden.RootElement.GetProperty(name);
        var inputs = golden.GetProperty("inputs").EnumerateArray().Select(packed => GoldenJson.Unpack(packed).requires_grad_()).ToArray();
        var result = Cases[name](inputs);
        Same(GoldenJson.Unpack(golden.GetProperty("result")), result);
        (result * linspace(-1, 2, Math.Max(1, result.numel()), dtype: float64).reshape(result.shape)).sum().backward();
        foreach (var (input, packed) in inputs.Zip(golden.GetProperty("gradients").EnumerateArray()))
            if (packed.ValueKind != JsonValueKind.Null) Same(GoldenJson.Unpack(packed), input.grad!);
    }

    [Theory]
    [MemberData(nameof(SmoothNames))]
    public void Gradients_are_slopes(string name)
    {
        using var scope = NewDisposeScope();
        var inputs = Golden.RootElement.GetProperty(name).GetProperty("inputs").EnumerateArray().Select(packed => GoldenJson.Unpack(packed).requires_grad_()).ToArray();
        Differences.Check(() => Cases[name](inputs), () => inputs, symmetric: name is "linalg.cholesky" or "linalg.eigh");
    }

    [Fact]
    public void Every_case_of_the_file_is_tested() => Assert.Equal(Golden.RootElement.EnumerateObject().Select(entry => entry.Name).Order(), Cases.Keys.Order());
}
