using System.Text.RegularExpressions;

namespace GanNotebooks.Kernel.Scripting.Packages;

/// <summary>A package as a cell asks for it.</summary>
/// <param name="Name">Its id.</param>
/// <param name="Version">A version, a range or a pattern as NuGet reads them; * is the newest.</param>
internal sealed partial record PackageRequest(string Name, string Version)
{
    private const string Newest = "*";

    /// <summary>Whether the same request always means the same package.</summary>
    public bool IsExact => !Version.Contains('*', StringComparison.Ordinal);

    /// <summary>Reads "nuget:Name,Version".</summary>
    /// <exception cref="PackageException">It has another form.</exception>
    public static PackageRequest Parse(Directive directive)
    {
        var match = Written().Match(directive.Argument);
        return match.Success
            ? new(match.Groups[1].Value, match.Groups[2].Success ? match.Groups[2].Value.Trim() : Newest)
            : throw new PackageException($"#r \"{directive.Argument}\" cannot be read: expected #r \"nuget:Name,Version\" or #r \"nuget:Name\", for example #r \"nuget:Humanizer.Core,3.0.10\".")
            {
                Line = directive.Line,
            };
    }

    /// <summary>The request as people read it.</summary>
    public override string ToString() => Version == Newest ? Name : $"{Name} {Version}";

    [GeneratedRegex(@"^nuget:\s*([A-Za-z0-9_][A-Za-z0-9_.\-]*)\s*(?:,\s*([0-9A-Za-z.*+\-\[\](), ]+))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Written();
}
