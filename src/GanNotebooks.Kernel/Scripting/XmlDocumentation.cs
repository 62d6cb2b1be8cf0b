using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>Documentation in XML files, read on demand: in memory it would be large and rarely used.</summary>
internal sealed class XmlDocumentation : DocumentationProvider
{
    private readonly Lazy<string[]> files;

    private XmlDocumentation(Func<string[]> find) => files = new(find);

    /// <summary>The documentation beside an assembly.</summary>
    public static XmlDocumentation Beside(string assemblyPath) =>
        new(() => Path.ChangeExtension(assemblyPath, ".xml") is var file && File.Exists(file) ? [file] : []);

    /// <summary>The documentation of the framework: it comes with the SDK's reference assemblies, which are divided differently from the assemblies that run.</summary>
    /// <param name="sharedFolder">The folder of the running framework: ROOT/shared/Microsoft.NETCore.App/VERSION.</param>
    public static XmlDocumentation OfFramework(string sharedFolder) => new(() => FilesOf(sharedFolder));

    protected override string GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default)
    {
        var start = Encoding.UTF8.GetBytes($"<member name=\"{documentationMemberID}\">");
        foreach (var file in files.Value)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var content = File.ReadAllBytes(file).AsSpan();
            var at = content.IndexOf(start);
            if (at >= 0)
            {
                var member = content[at..];
                return Encoding.UTF8.GetString(member[..(member.IndexOf("</member>"u8) + "</member>"u8.Length)]);
            }
        }
        return string.Empty;
    }

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    private static string[] FilesOf(string sharedFolder)
    {
        var version = Version.TryParse(Path.GetFileName(sharedFolder).Split('-')[0], out var parsed) ? parsed : Environment.Version;
        var packs = new DirectoryInfo(Path.Combine(sharedFolder, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        var pack = (packs.Exists ? packs.GetDirectories() : [])
            .Where(folder => folder.Name.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{version.Major}."), StringComparison.Ordinal))
            .OrderBy(folder => folder.Name, StringComparer.Ordinal)
            .LastOrDefault();
        return pack is null ? [] : [.. pack.GetFiles("*.xml", SearchOption.AllDirectories)
            .OrderByDescending(file => file.Name is "System.Runtime.xml" or "System.Collections.xml" or "System.Linq.xml" or "System.Console.xml")
            .Select(file => file.FullName)];
    }
}
