using System.Runtime.InteropServices;
using GanNotebooks.Kernel.Display;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>The outputs of directives.</summary>
internal static class MagicOutputs
{
    public static string Who(IEnumerable<object> instances) =>
        Variable.Of(instances).Select(variable => TensorText.Shape(variable.Value) is { } shape ? $"{variable.Name} {shape}" : variable.Name).ToList() is { Count: > 0 } names ? string.Join('\n', names) : "No variables yet.";

    public static object Whos(IEnumerable<object> instances)
    {
        var rows = Variable.Of(instances)
            .Select(variable => new { variable.Name, Type = TypeName.Of(variable.Field.FieldType), Value = TensorText.Line(variable.Value) ?? FallbackFormatter.Short(variable.Value) })
            .ToList();
        return rows.Count > 0 ? rows : "No variables yet.";
    }

    public static object List() => Magic.All.Concat(Magic.OfTheCompiler).Select(magic => new { Directive = magic.Usage, Does = magic.Description }).ToList();

    public static object About() => new
    {
        Kernel = $"GAN Notebooks {typeof(MagicOutputs).Assembly.GetName().Version?.ToString(3)}",
        Language = "C# 14, scripting",
        Framework = RuntimeInformation.FrameworkDescription,
        System = $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}",
        Process = Environment.ProcessId,
    };
}
