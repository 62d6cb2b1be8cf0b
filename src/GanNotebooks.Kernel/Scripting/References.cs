using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using GanNotebooks.Kernel.Scripting.Packages;
using Microsoft.CodeAnalysis;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>Finds the assemblies that cells name with #r, and loads them so that every cell and the host see the same types.</summary>
/// <remarks>One resolver with shared metadata serves all cells: the default one costs megabytes per cell.</remarks>
internal sealed class References : MetadataReferenceResolver, IDisposable
{
    private static readonly Lazy<ImmutableDictionary<string, PortableExecutableReference>> Shared = new(FindFramework);

    private readonly string workingDirectory;
    private readonly ConcurrentDictionary<string, (string Stamp, ImmutableArray<PortableExecutableReference> Found)> byPath = new();
    private readonly ConcurrentQueue<string> warnings = new();
    private readonly Neighbours neighbours = new();
    private ImmutableArray<PortableExecutableReference> packages = [];

    public References(string workingDirectory) => this.workingDirectory = workingDirectory;

    /// <summary>The shared framework that the host runs on, and this assembly, whose functions cells call.</summary>
    public static IEnumerable<MetadataReference> Framework => Shared.Value.Values;

    public override bool ResolveMissingAssemblies => true;

    /// <summary>Whether the framework, or the kernel itself, has an assembly of this name.</summary>
    public static bool IsShared(string simpleName) => Shared.Value.ContainsKey(simpleName);

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        if (Shared.Value.TryGetValue(reference, out var framework))
        {
            return [framework];
        }
        if (reference.StartsWith(Directive.NuGet, StringComparison.OrdinalIgnoreCase))
        {
            return [.. packages.Take(1)];   // restored and referenced before; the compiler wants one reference per directive
        }
        var path = PathOf(reference, baseFilePath, workingDirectory);
        return File.Exists(path) ? ByPath(path) : [];
    }

    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity)
    {
        if (Shared.Value.TryGetValue(referenceIdentity.Name, out var framework))
        {
            return framework;
        }
        var path = (definition as PortableExecutableReference)?.FilePath is { } named && neighbours.OriginOf(named) is { } origin
            ? Path.Combine(Path.GetDirectoryName(origin)!, referenceIdentity.Name + ".dll")
            : null;
        return path is not null && File.Exists(path) ? ByPath(path).FirstOrDefault() : null;
    }

    /// <summary>The path of a #r or #load, relative to the file that contains it.</summary>
    public static string PathOf(string reference, string? baseFilePath, string workingDirectory) =>
        Path.GetFullPath(reference, Path.GetDirectoryName(baseFilePath) is { Length: > 0 } folder ? folder : workingDirectory);

    /// <summary>Adds the assemblies of restored packages.</summary>
    /// <returns>The assemblies to compile with.</returns>
    public ImmutableArray<PortableExecutableReference> Add(PackageAssets assets)
    {
        neighbours.Add(assets);
        packages = [.. assets.Compile.Select(path => ReferenceTo(LoadedAs(Path.GetFileNameWithoutExtension(path))?.Location is { Length: > 0 } loaded ? loaded : path, path))];
        return packages;
    }

    /// <summary>Returns the warnings about references since the last call.</summary>
    public IEnumerable<string> TakeWarnings()
    {
        while (warnings.TryDequeue(out var warning))
        {
            yield return warning;
        }
    }

    public void Dispose() => neighbours.Dispose();

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => workingDirectory.GetHashCode(StringComparison.Ordinal);

    private ImmutableArray<PortableExecutableReference> ByPath(string path)
    {
        var stamp = ShadowCopy.StampOf(path);
        var (loaded, found) = byPath.GetOrAdd(path, _ => (stamp, Load(path)));
        if (stamp != loaded)
        {
            warnings.Enqueue($"{Path.GetFileName(path)} has changed since it was loaded, and the old one stays in use. Restart the kernel to use the new one.");
        }
        return found;
    }

    private ImmutableArray<PortableExecutableReference> Load(string path)
    {
        try
        {
            var name = AssemblyName.GetAssemblyName(path).Name!;
            neighbours.Add(path);
            var loaded = LoadedAs(name) ?? AssemblyLoadContext.Default.LoadFromAssemblyPath(neighbours.CopyOf(path));
            return [ReferenceTo(loaded.Location.Length > 0 ? loaded.Location : path, path)];
        }
        catch (BadImageFormatException)
        {
            return [];   // a native library, or no library at all
        }
    }

    // The documentation is beside the original.
    private static PortableExecutableReference ReferenceTo(string path, string origin) =>
        MetadataReference.CreateFromFile(path, documentation: XmlDocumentation.Beside(origin));

    private static Assembly? LoadedAs(string name)
    {
        if (AssemblyLoadContext.Default.Assemblies.FirstOrDefault(assembly => assembly.GetName().Name == name) is { } loaded)
        {
            return loaded;
        }
        try
        {
            return AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName(name));   // the host's own copy, not loaded yet
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static ImmutableDictionary<string, PortableExecutableReference> FindFramework()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? string.Empty;
        var documentation = XmlDocumentation.OfFramework(folder);
        return trusted.Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == folder)
            .Distinct()   // the host lists System.Private.CoreLib twice
            .Select(path => MetadataReference.CreateFromFile(path, documentation: documentation))
            .Append(ReferenceTo(typeof(References).Assembly.Location, typeof(References).Assembly.Location))
            .ToImmutableDictionary(reference => Path.GetFileNameWithoutExtension(reference.FilePath!));
    }
}
