using System.Text.Json.Nodes;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>Why a cell failed, for the person who wrote it.</summary>
/// <param name="Name">The exception's type name (InvalidOperationException), or one of the names below.</param>
/// <param name="Message">One or more lines: what went wrong.</param>
/// <param name="Traceback">Lines to show: the message again, then where it came from, innermost first.</param>
public sealed record CellError(string Name, string Message, IReadOnlyList<string> Traceback)
{
    /// <summary>The cell does not compile; the message lists every error with its line.</summary>
    public const string Compilation = "CompilationError";

    /// <summary>The cell was stopped.</summary>
    public const string Interrupted = "Interrupted";

    /// <summary>The cell holds a `#!` line that this kernel does not know.</summary>
    public const string UnknownDirective = "UnknownDirective";

    /// <summary>A package that the cell names could not be restored.</summary>
    public const string Package = "PackageError";

    /// <summary>The process that ran the cell has ended, because of the cell or from outside.</summary>
    public const string KernelEnded = "KernelEnded";

    /// <summary>A file that the cell imports could not be read.</summary>
    public const string Import = "ImportError";

    /// <summary>The cell is written in a language that is not run here.</summary>
    public const string OtherLanguage = "OtherLanguage";

    /// <summary>The error with a sentence above it.</summary>
    internal CellError Under(string sentence) => this with { Message = $"{sentence}\n{Message}", Traceback = [sentence, .. Traceback] };

    /// <summary>The error in Jupyter's form, for notebooks and messages.</summary>
    internal JsonObject ToJson() => new() { ["ename"] = Name, ["evalue"] = Message, ["traceback"] = new JsonArray([.. Traceback.Select(line => (JsonNode)line)]) };

    /// <summary>The traceback as one text.</summary>
    public override string ToString() => string.Join('\n', Traceback);
}
