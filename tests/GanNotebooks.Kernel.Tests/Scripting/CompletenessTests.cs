using GanNotebooks.Kernel.Scripting;

namespace GanNotebooks.Kernel.Tests.Scripting;

public class CompletenessTests
{
    [Theory]
    [InlineData("1 + 1", CompletenessStatus.Complete, "")]
    [InlineData("", CompletenessStatus.Complete, "")]
    [InlineData("var x = 1;", CompletenessStatus.Complete, "")]
    [InlineData("#!time\nvar x = 1;", CompletenessStatus.Complete, "")]
    [InlineData("#!markdown\n# any (text {", CompletenessStatus.Complete, "")]
    [InlineData("#load \"setup.csx\"", CompletenessStatus.Complete, "")]
    [InlineData("if (true) {", CompletenessStatus.Incomplete, "    ")]
    [InlineData("void F()\n{\n    foreach (var c in \"a\")\n    {", CompletenessStatus.Incomplete, "        ")]
    [InlineData("var s = \"\"\"\ntext", CompletenessStatus.Incomplete, "")]
    [InlineData("/* open", CompletenessStatus.Incomplete, "")]
    [InlineData("Math.Max(1,", CompletenessStatus.Incomplete, "    ")]
    [InlineData("int x = ;", CompletenessStatus.Invalid, "")]
    [InlineData("}", CompletenessStatus.Invalid, "")]
    [InlineData("var s = \"open;", CompletenessStatus.Invalid, "")]
    public void Code_is_judged_by_its_syntax(string code, CompletenessStatus status, string indent) =>
        Assert.Equal(new Completeness(status, indent), CSharpSession.CompletenessOf(code));
}
