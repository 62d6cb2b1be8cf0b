using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace GanNotebooks.Interactive;

/// <summary>.NET Interactive brings an FSharp.Core of its own, which its F# kernel has loaded. Plotly.NET asks for a newer one; two copies in one process have types that do not fit each other, so Plotly.NET gets the host's.</summary>
internal static class HostAssemblies
{
    private const string FSharpCore = "FSharp.Core";

    /// <summary>The one FSharp.Core of this process.</summary>
    public static Assembly FSharp => AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(assembly => assembly.GetName().Name == FSharpCore)
        ?? Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, $"{FSharpCore}.dll"));

#pragma warning disable CA2255 // Before any type of Plotly.NET is looked at, whatever is called first.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Offer()
    {
        // Asked first in the context where packages are loaded, before the notebook looks among them; other contexts ask the second.
        AssemblyLoadContext.Default.Resolving += (_, wanted) => wanted.Name == FSharpCore ? FSharp : null;
        AppDomain.CurrentDomain.AssemblyResolve += (_, wanted) => new AssemblyName(wanted.Name).Name == FSharpCore ? FSharp : null;
    }
}
