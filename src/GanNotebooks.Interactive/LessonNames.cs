using System.Reflection;

namespace GanNotebooks.Interactive;

/// <summary>What every cell of a lesson may use without saying so: the kit's kernel hands the names of a loaded script on to later cells, .NET Interactive's does not.</summary>
internal static class LessonNames
{
    private static readonly Type[] Used = [typeof(Visualizers.TrainingCharts), typeof(Applications.GanModel), typeof(Charts.Figure), typeof(Diagrams.ModelDiagram), typeof(Lessons.Lesson), typeof(TorchSharp.torch), typeof(KernelExtension), typeof(Plotly.NET.GenericChart), typeof(Plotly.NET.CSharp.Chart), typeof(DynamicObj.DynamicObj)];

    /// <summary>A cell in C#: references to the assemblies as they are loaded, then the names that <c>notebooks/setup.csx</c> uses and those of the extension.</summary>
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
