using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace GanNotebooks.Interactive;

/// <summary>Finds native libraries where the build put them, under <c>runtimes</c> beside the extension: .NET Interactive looks there for packages, but not for an assembly that a cell refers to.</summary>
internal static class NativeNeighbours
{
    private static readonly AssemblyDependencyResolver Dependencies = new(typeof(NativeNeighbours).Assembly.Location);
    private static readonly HashSet<AssemblyLoadContext> Listening = [];

    /// <summary>From now on, what this assembly imports is found; asking again changes nothing.</summary>
    public static void FindFor(Assembly assembly)
    {
        var context = AssemblyLoadContext.GetLoadContext(assembly)!;
        lock (Listening)
        {
            if (Listening.Add(context)) context.ResolvingUnmanagedDll += Find;
        }
    }

    // Zero leaves the search, and the error when nothing is found, to .NET.
    private static nint Find(Assembly assembly, string name) =>
        Dependencies.ResolveUnmanagedDllToPath(name) is { } path && NativeLibrary.TryLoad(path, out var handle) ? handle : 0;
}
