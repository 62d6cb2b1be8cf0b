namespace GanNotebooks.Cli.Tests;

public class ClassListTests
{
    private static readonly string[] Animals = ["Cat", "Dog", "dog house", "a, b"];
    private static readonly string[] Numbers = ["3", "5", "10"];

    [Theory]
    [InlineData("Dog", new long[] { 1 })]
    [InlineData("dog", new long[] { 1 })]
    [InlineData("dog house, CAT", new long[] { 2, 0 })]
    [InlineData("a, b", new long[] { 3 })]
    [InlineData("0,Dog", new long[] { 0, 1 })]
    public void Classes_go_by_name_or_number(string text, long[] expected) => Assert.Equal(expected, ClassList.Parse(text, Animals));

    [Fact]
    public void Where_names_are_numbers_a_number_is_a_name()
    {
        Assert.Equal([1L, 2], ClassList.Parse("5,10", Numbers));
        Assert.Contains("no class \"2\"; there are 3, 5, 10", Assert.Throws<UserError>(() => ClassList.Parse("2", Numbers)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_names_numbers_are_expected()
    {
        Assert.Equal([7L, 300], ClassList.Parse("7, 300", null));
        Assert.Contains("expected class numbers", Assert.Throws<UserError>(() => ClassList.Parse("cat", null)).Message, StringComparison.Ordinal);
        Assert.Contains("no class \"cow\"; there are Cat, Dog", Assert.Throws<UserError>(() => ClassList.Parse("cat,cow", Animals)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_lists_are_shortened() => Assert.EndsWith("c11, …", ClassList.Describe([.. Enumerable.Range(0, 13).Select(i => $"c{i}")]), StringComparison.Ordinal);
}
