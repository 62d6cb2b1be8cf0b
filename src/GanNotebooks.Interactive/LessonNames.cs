using System.Reflection;

namespace GanNotebooks.Interactive;

/// <summary>The usings and references of every cell of a lesson: the kit's kernel passes those of a loaded script to later cells, .NET Interactive's does not.</summary>
internal static class LessonNames
{
    private static readonly Type[] Used = [typeof(Visualizers.TrainingCharts), typeof(Applications.GanModel), typeof(Charts.Figure), typeof(Diagrams.ModelDiagram), typeof(Lessons.Lesson), typeof(TorchSharp.torch), typeof(KernelExtension), typeof(Plotly.NET.GenericChart), typeof(Plotly.NET.CSharp.Chart), typeof(DynamicObj.DynamicObj)];

    /// <summary>A cell in C#: references to the loaded assemblies, then the usings of <c>notebooks/setup.csx</c> and those of the extension.</summary>
    public static string Cell => string.Join('\n',
    [
        .. Used.Select(type => type.Assembly).Append(HostAssemblies.FSharp).Select(assembly => $"#r \"{assembly.Location}\""),
        .. Setup.Split('\n').Where(line => line.StartsWith("using ", StringComparison.Ordinal)),
        "using GanNotebooks.Interactive;",
    ]);

    private static string Setup
    {
        get
        {
            using var text = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("setup.csx")!);
            return text.ReadToEnd().ReplaceLineEndings("\n");
        }
    }
}
