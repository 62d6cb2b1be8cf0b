using System.Reflection;
using TorchSharp.Native;

namespace TorchSharp.Tests;

public class OperatorSchemaTests
{
    /// <summary>Every operator that the tensor stack names is there, so that a wrong name is found here and not by a learner.</summary>
    [Fact]
    public void All_named_operators_exist()
    {
        var types = typeof(torch).Assembly.GetTypes();
        var operators = types.SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            .Where(field => field.FieldType == typeof(Operator))
            .Select(field => (Operator)field.GetValue(null)!)
            .ToList();
        Assert.True(operators.Count > 120, $"only {operators.Count} operators found");
        Assert.All(operators, op => Assert.StartsWith("aten::", op.Schema, StringComparison.Ordinal));
    }
}
