using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace GanNotebooks.Interactive;

/// <summary>Gives Plotly.NET the host's FSharp.Core. .NET Interactive has its own, which its F# kernel has loaded, and Plotly.NET asks for a newer one; but the types of two copies in one process do not fit each other.</summary>
internal static class HostAssemblies
{
    private const string FSharpCore = "FSharp.Core";

    /// <summary>The one FSharp.Core of this process.</summary>
    public static Assembly FSharp => AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(assembly => assembly.GetName().Name == FSharpCore)
        ?? Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, $"{FSharpCore}.dll"));

#pragma warning disable CA2255 // Before any type of Plotly.NET is used, whatever is called first.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Offer()
    {
        // The first handler serves the context where packages are loaded, before the notebook searches the packages; the second serves other contexts.
        AssemblyLoadContext.Default.Resolving += (_, wanted) => wanted.Name == FSharpCore ? FSharp : null;
        AppDomain.CurrentDomain.AssemblyResolve += (_, wanted) => new AssemblyName(wanted.Name).Name == FSharpCore ? FSharp : null;
    }
}
