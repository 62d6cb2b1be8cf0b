using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>Finds the assemblies that cells name with #r, and loads them so that every cell and the host see the same types.</summary>
/// <remarks>One resolver with shared metadata serves all cells: the default one costs megabytes a cell.</remarks>
internal sealed class References : MetadataReferenceResolver, IDisposable
{
    private static readonly Lazy<ImmutableDictionary<string, PortableExecutableReference>> Shared = new(FindFramework);

    private readonly string workingDirectory;
    private readonly ConcurrentDictionary<string, ImmutableArray<PortableExecutableReference>> byPath = new();
    private readonly Neighbours neighbours = new();

    public References(string workingDirectory) => this.workingDirectory = workingDirectory;

    /// <summary>The shared framework that the host runs on, and this assembly with what cells call.</summary>
    public static IEnumerable<MetadataReference> Framework => Shared.Value.Values;

    public override bool ResolveMissingAssemblies => true;

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        if (Shared.Value.TryGetValue(reference, out var framework))
        {
            return [framework];
        }
        var path = PathOf(reference, baseFilePath, workingDirectory);
        return File.Exists(path) ? byPath.GetOrAdd(path, Load) : [];
    }

    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity)
    {
        if (Shared.Value.TryGetValue(referenceIdentity.Name, out var framework))
        {
            return framework;
        }
        var folder = Path.GetDirectoryName((definition as PortableExecutableReference)?.FilePath);
        var path = folder is null ? null : Path.Combine(folder, referenceIdentity.Name + ".dll");
        return path is not null && File.Exists(path) ? byPath.GetOrAdd(path, Load)[0] : null;
    }

    /// <summary>Where a #r or #load looks: relative to the file that says it.</summary>
    public static string PathOf(string reference, string? baseFilePath, string workingDirectory) =>
        Path.GetFullPath(reference, Path.GetDirectoryName(baseFilePath) is { Length: > 0 } folder ? folder : workingDirectory);

    public void Dispose() => neighbours.Dispose();

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => workingDirectory.GetHashCode(StringComparison.Ordinal);

    private ImmutableArray<PortableExecutableReference> Load(string path)
    {
        neighbours.Add(path);
        var loaded = LoadedAs(AssemblyName.GetAssemblyName(path)) ?? AssemblyLoadContext.Default.LoadFromAssemblyPath(path);
        return [MetadataReference.CreateFromFile(loaded.Location.Length > 0 ? loaded.Location : path)];
    }

    private static Assembly? LoadedAs(AssemblyName name)
    {
        if (AssemblyLoadContext.Default.Assemblies.FirstOrDefault(assembly => assembly.GetName().Name == name.Name) is { } loaded)
        {
            return loaded;
        }
        try
        {
            return AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName(name.Name!));   // the host's own copy, not loaded yet
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
        return trusted.Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == folder)
            .Append(typeof(References).Assembly.Location)
            .Distinct()   // the host lists System.Private.CoreLib twice
            .ToImmutableDictionary(path => Path.GetFileNameWithoutExtension(path), path => MetadataReference.CreateFromFile(path));
    }
}
