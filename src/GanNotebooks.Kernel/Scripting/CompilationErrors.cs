using System.Globalization;
using Microsoft.CodeAnalysis;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>Describes compile errors with cell, line and a caret under the position.</summary>
internal static class CompilationErrors
{
    /// <summary>All errors of a cell, or null when there is none.</summary>
    public static CellError? Of(IEnumerable<Diagnostic> diagnostics, SourceNames names, string workingDirectory)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .OrderBy(diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition)
            .ToList();
        if (errors.Count == 0)
        {
            return null;
        }
        if (errors.Where(error => MissingFile(error, error.Location.GetLineSpan().Path, workingDirectory) is not null).ToList() is { Count: > 0 } missing)
        {
            errors = missing;       // the other errors only follow from these missing files
        }
        var messages = errors.Select(error => Headline(error, names, workingDirectory)).ToList();
        var traceback = errors.Zip(messages).SelectMany(pair => Underlined(pair.First).Prepend(pair.Second)).ToList();
        if (errors.Count > 1)
        {
            traceback.Add(string.Create(CultureInfo.InvariantCulture, $"{errors.Count} errors"));
        }
        return new CellError(CellError.Compilation, string.Join('\n', messages), traceback);
    }

    private static string Headline(Diagnostic error, SourceNames names, string workingDirectory)
    {
        var span = error.Location.GetLineSpan();
        var message = MissingFile(error, span.Path, workingDirectory)
            ?? $"{error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}";
        return span.Path is { Length: > 0 } path ? $"{names.Describe(path, span.StartLinePosition.Line + 1)}: {message}" : message;
    }

    private static string? MissingFile(Diagnostic error, string? sayingFile, string workingDirectory)
    {
        if (error.Id is not ("CS0006" or "CS1504") || Quoted(error) is not { } reference)
        {
            return null;
        }
        var directive = error.Id == "CS0006" ? "#r" : "#load";
        var path = References.PathOf(reference, sayingFile, workingDirectory);
        return File.Exists(path)
            ? error.Id == "CS0006" ? $"{directive} \"{reference}\": {path} is no .NET assembly." : null
            : $"{directive} \"{reference}\": no such file. It was looked for at {path}; paths are relative to the file that names them.{Remark(error)}";
    }

    /// <summary>The comment behind a directive, which may say where the file comes from.</summary>
    private static string Remark(Diagnostic error) =>
        SourceLine(error) is { } line && line.Split('"', 3) is [_, _, var rest] && rest.IndexOf("//", StringComparison.Ordinal) is >= 0 and var start
            ? " " + rest[(start + 2)..].Trim()
            : string.Empty;

    private static string? Quoted(Diagnostic error)
    {
        var line = SourceLine(error);
        var start = line?.IndexOf('"', StringComparison.Ordinal) ?? -1;
        var end = start < 0 ? -1 : line!.IndexOf('"', start + 1);
        return end < 0 ? null : line![(start + 1)..end];
    }

    private static IEnumerable<string> Underlined(Diagnostic error)
    {
        if (SourceLine(error) is not { } line)
        {
            return [];
        }
        var span = error.Location.GetLineSpan();
        var start = Math.Min(span.StartLinePosition.Character, line.Length);
        var end = span.EndLinePosition.Line == span.StartLinePosition.Line ? span.EndLinePosition.Character : line.Length;
        var indent = string.Concat(line.Take(start).Select(c => c == '\t' ? '\t' : ' '));   // tabs are kept, so that carets are aligned
        return ["    " + line, "    " + indent + new string('^', Math.Max(1, end - start))];
    }

    private static string? SourceLine(Diagnostic error)
    {
        if (error.Location.SourceTree is not { } tree)
        {
            return null;
        }
        return tree.GetText().Lines[error.Location.GetLineSpan().StartLinePosition.Line].ToString();
    }
}
