using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using GanNotebooks.Kernel.Display;
using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive;

namespace GanNotebooks.Kernel.Scripting.Packages;

/// <summary>The packages that a session's cells have asked for so far, restored together so that their versions agree.</summary>
internal sealed class SessionPackages(References references, string workingDirectory)
{
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromSeconds(1);

    private readonly List<PackageRequest> requests = [];
    private readonly List<string> sources = [];
    private PackageAssets assets = PackageAssets.None;

    /// <summary>Assemblies that the next submission references, and later ones inherit.</summary>
    public ImmutableArray<PortableExecutableReference> NewReferences { get; set; } = [];

    /// <summary>Restores the packages that a text asks for, and the files that it loads.</summary>
    /// <exception cref="PackageException">A package cannot be restored.</exception>
    public async Task AddAsync(CellSource source, string path, KernelInvocationContext context, CancellationToken stop)
    {
        var directives = source.Directives.Where(directive => directive.IsPackage)
            .Concat(source.Parts.OfType<CellPart.Code>().SelectMany(code => LoadedFiles.PackagesOf(code.Text, path, workingDirectory)))
            .ToList();
        var asked = directives.Where(directive => directive.Name == Directive.Reference).Select(PackageRequest.Parse).Except(requests).Distinct().ToList();
        var moreSources = new List<string>();
        foreach (var directive in directives.Where(directive => directive.Name == Directive.Source))
        {
            var named = SourceOf(directive);
            moreSources.Add(await PackageSource.WhyUnusableAsync(named, stop).ConfigureAwait(false) is not { } why ? named
                : throw new PackageException($"{directive}: {why} Later cells do without this source.") { Line = directive.Line });
        }
        if (asked.Count == 0)
        {
            sources.AddRange(moreSources);
            return;
        }
        if (asked.Find(request => requests.Exists(earlier => string.Equals(earlier.Name, request.Name, StringComparison.OrdinalIgnoreCase))) is { } again)
        {
            throw new PackageException($"{again.Name} is here already, and one process holds one version of it. Restart the kernel to use {again}.");
        }
        foreach (var earlier in sources.ToList())   // one that is gone would make every restore fail
        {
            if (await PackageSource.WhyUnusableAsync(earlier, stop).ConfigureAwait(false) is { } why)
            {
                sources.Remove(earlier);
                context.Sink.Stream(StreamName.Error, $"The package source {earlier} is left out from now on: {why}\n");
            }
        }
        PackageAssets restored;
        try
        {
            restored = await RestoreAsync([.. requests, .. asked], [.. sources, .. moreSources], asked, context, stop).ConfigureAwait(false);
        }
        catch (PackageException e)
        {
            e.Line = directives[0].Line;
            throw;
        }
        WarnOfChanges(restored, context.Sink);
        requests.AddRange(asked);
        sources.AddRange(moreSources);
        assets = restored;
        NewReferences = references.Add(restored);
    }

    private async Task<PackageAssets> RestoreAsync(
        List<PackageRequest> all, List<string> from, List<PackageRequest> asked, KernelInvocationContext context, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        var what = string.Join(", ", asked);
        var restore = PackageRestore.RestoreAsync(all, from, workingDirectory, stop);
        DisplayedValue? shown = null;
        while (await Task.WhenAny(restore, Task.Delay(ProgressInterval, CancellationToken.None)).ConfigureAwait(false) != restore)
        {
            var progress = string.Create(CultureInfo.InvariantCulture, $"Restoring {what} … {watch.Elapsed.TotalSeconds:N0} s");
            shown ??= context.Display(progress);
            shown.Update(progress);
        }
        var restored = await restore.ConfigureAwait(false);
        var done = "Packages: " + string.Join(", ", asked.Select(request => restored.Packages
            .FirstOrDefault(package => package.StartsWith(request.Name + "/", StringComparison.OrdinalIgnoreCase))?.Replace('/', ' ') ?? request.Name));
        if (shown is null)
        {
            context.Display(done);
        }
        shown?.Update(done);
        return restored;
    }

    private void WarnOfChanges(PackageAssets restored, IOutputSink sink)
    {
        foreach (var package in assets.Packages.Except(restored.Packages))
        {
            sink.Stream(StreamName.Error,
                $"{package.Replace('/', ' ')} is in use, and the packages of this cell want another version of it. Restart the kernel and name all packages in one cell.\n");
        }
    }

    private string SourceOf(Directive directive)
    {
        var source = directive.Argument[Directive.NuGet.Length..].Trim();
        return source.Contains("://", StringComparison.Ordinal) ? source : Path.GetFullPath(source, workingDirectory);
    }
}
