using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>Finds what referenced assemblies need, managed and native: by their .deps.json, else beside them.</summary>
internal sealed class Neighbours : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, AssemblyDependencyResolver?> resolvers = [];

    public Neighbours()
    {
        AssemblyLoadContext.Default.Resolving += Resolve;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += ResolveNative;
    }

    /// <summary>From now on, what this assembly needs is found.</summary>
    /// <param name="assemblyPath">A full path.</param>
    public void Add(string assemblyPath)
    {
        lock (gate)
        {
            if (resolvers.ContainsKey(assemblyPath))
            {
                return;
            }
            try
            {
                resolvers[assemblyPath] = new AssemblyDependencyResolver(assemblyPath);
            }
            catch (InvalidOperationException)
            {
                resolvers[assemblyPath] = null;   // a broken .deps.json, or a host without hostpolicy: look beside it
            }
        }
    }

    public void Dispose()
    {
        AssemblyLoadContext.Default.Resolving -= Resolve;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll -= ResolveNative;
    }

    private Assembly? Resolve(AssemblyLoadContext context, AssemblyName name)
    {
        var path = Snapshot()
            .SelectMany(entry => new[] { entry.Value?.ResolveAssemblyToPath(name), Beside(entry.Key, name.Name + ".dll") })
            .FirstOrDefault(File.Exists);
        return path is null ? null : context.LoadFromAssemblyPath(path);
    }

    private nint ResolveNative(Assembly assembly, string name)
    {
        var fileNames = OperatingSystem.IsWindows() ? [name, name + ".dll"]
            : OperatingSystem.IsMacOS() ? new[] { name, $"lib{name}.dylib", name + ".dylib" }
            : [name, $"lib{name}.so", name + ".so"];
        var path = Snapshot()
            .SelectMany(entry => fileNames.Select(file => Beside(entry.Key, file)).Prepend(entry.Value?.ResolveUnmanagedDllToPath(name)))
            .FirstOrDefault(File.Exists);
        return path is not null && NativeLibrary.TryLoad(path, out var handle) ? handle : 0;
    }

    private KeyValuePair<string, AssemblyDependencyResolver?>[] Snapshot()
    {
        lock (gate)
        {
            return [.. resolvers];
        }
    }

    private static string Beside(string assemblyPath, string file) => Path.Combine(Path.GetDirectoryName(assemblyPath)!, file);
}
