namespace GanNotebooks.Kernel.Tests.Scripting;

/// <summary>A function that calls itself without an end: an exception, and the session goes on.</summary>
public class RecursionTests : SessionTest
{
    [Theory]
    [InlineData("int F(int n) => F(n - 1) + 1; F(1)")]
    [InlineData("int F(int n) { return F(n - 1) + 1; } F(1)")]
    [InlineData("int Even(int n) => Odd(n - 1); int Odd(int n) => Even(n - 1); Even(1)")]
    [InlineData("Func<int, int> f = null; f = n => f(n) + 1; f(1)")]
    [InlineData("Func<int, int> f = null; f = delegate(int n) { return f(n) + 1; }; f(1)")]
    [InlineData("class A { public int P => P + 1; } new A().P")]
    [InlineData("class A { public int P { get => P + 1; } } new A().P")]
    [InlineData("class A { public int this[int i] => this[i + 1] + 1; } new A()[1]")]
    [InlineData("class A { public static A operator +(A a, A b) => a + b; } new A() + new A()")]
    [InlineData("class A { public static implicit operator int(A a) => a + 1; } (int)new A()")]
    [InlineData("class A { public A() { new A(); } } new A()")]
    [InlineData("class A { public override string ToString() => $\"{this}\"; } new A().ToString()")]
    [InlineData("async Task<int> F(int n) => await F(n + 1); await F(1)")]
    [InlineData("IEnumerable<int> F(int n) { foreach (var x in F(n + 1)) yield return x; } F(1).First()")]
    [InlineData("public static class E { public static int Deep(this int n) => n.Deep() + 1; }\n1.Deep()")]
    public async Task It_is_an_exception_with_cell_and_line(string code)
    {
        await Run("var kept = 41;");
        var (result, _) = await Run("\n" + code);
        Assert.Equal("InsufficientExecutionStackException", result.Error?.Name);
        Assert.Contains("calls itself", result.Error!.Message, StringComparison.Ordinal);
        Assert.Contains(result.Error.Traceback, line => line.Contains("cell 2, line", StringComparison.Ordinal));
        Assert.True(result.Error.Traceback.Count < 60, "the same place is told once");
        Assert.Equal(41, (await Run("kept")).Result.Value);
    }

    [Fact]
    public async Task A_cell_can_catch_it_and_deep_recursion_that_ends_is_fine()
    {
        Assert.Equal("caught", (await Run("int F(int n) => F(n - 1) + 1; string s; try { F(1); s = \"\"; } catch (InsufficientExecutionStackException) { s = \"caught\"; } s")).Result.Value);
        Assert.Equal(50_000, (await Run("int G(int n) => n == 0 ? 0 : G(n - 1) + 1; G(50_000)")).Result.Value);
    }
}
