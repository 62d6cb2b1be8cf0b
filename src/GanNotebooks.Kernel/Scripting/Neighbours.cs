using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using GanNotebooks.Kernel.Scripting.Packages;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>Finds the managed and native libraries that referenced assemblies need: in their packages, by their .deps.json, else beside them.</summary>
internal sealed class Neighbours : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, AssemblyDependencyResolver?> resolvers = [];
    private readonly Dictionary<string, string> originByCopy = [];
    private PackageAssets packages = PackageAssets.None;

    public Neighbours()
    {
        AssemblyLoadContext.Default.Resolving += Resolve;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += ResolveNative;
    }

    /// <summary>Adds an assembly whose dependencies will be found from now on.</summary>
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

    /// <summary>Adds packages whose files will be found from now on.</summary>
    public void Add(PackageAssets assets)
    {
        lock (gate)
        {
            packages = assets;
        }
    }

    /// <summary>The copy of an assembly to load.</summary>
    public string CopyOf(string path)
    {
        var copy = ShadowCopy.Of(path);
        lock (gate)
        {
            originByCopy[copy] = path;
        }
        return copy;
    }

    /// <summary>Where an assembly was copied from; the path itself when it is no copy.</summary>
    public string OriginOf(string path)
    {
        lock (gate)
        {
            return originByCopy.GetValueOrDefault(path, path);
        }
    }

    public void Dispose()
    {
        AssemblyLoadContext.Default.Resolving -= Resolve;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll -= ResolveNative;
    }

    private Assembly? Resolve(AssemblyLoadContext context, AssemblyName name)
    {
        var (entries, assets) = Snapshot();
        if (assets.Runtime.FirstOrDefault(path => Path.GetFileNameWithoutExtension(path) == name.Name) is { } packaged)
        {
            return context.LoadFromAssemblyPath(packaged);   // files in NuGet's folder are never rebuilt: no copy is needed
        }
        var found = entries
            .SelectMany(entry => new[] { entry.Value?.ResolveAssemblyToPath(name), Beside(entry.Key, name.Name + ".dll") })
            .FirstOrDefault(File.Exists);
        return found is null ? null : context.LoadFromAssemblyPath(CopyOf(found));
    }

    private nint ResolveNative(Assembly assembly, string name)
    {
        var fileNames = OperatingSystem.IsWindows() ? [name, name + ".dll"]
            : OperatingSystem.IsMacOS() ? new[] { name, $"lib{name}.dylib", name + ".dylib" }
            : [name, $"lib{name}.so", name + ".so"];
        var (entries, assets) = Snapshot();
        var found = assets.Native.FirstOrDefault(path => fileNames.Contains(Path.GetFileName(path)))
            ?? entries
                .SelectMany(entry => fileNames.Select(file => Beside(entry.Key, file)).Prepend(entry.Value?.ResolveUnmanagedDllToPath(name)))
                .FirstOrDefault(File.Exists);
        return found is not null && NativeLibrary.TryLoad(found, out var handle) ? handle : 0;
    }

    private (KeyValuePair<string, AssemblyDependencyResolver?>[] Entries, PackageAssets Packages) Snapshot()
    {
        lock (gate)
        {
            return ([.. resolvers], packages);
        }
    }

    private static string Beside(string assemblyPath, string file) => Path.Combine(Path.GetDirectoryName(assemblyPath)!, file);
}
