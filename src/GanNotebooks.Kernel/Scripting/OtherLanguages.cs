using System.Text.RegularExpressions;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>Other languages of notebooks, which this kernel recognizes but does not run.</summary>
internal static partial class OtherLanguages
{
    private static readonly (string Name, string Ids)[] Known =
    [
        ("F#", "fsharp f#"),
        ("Visual Basic", "vbnet"),
        ("Python", "python python3 ipython pythonkernel"),
        ("PowerShell", "pwsh powershell"),
        ("a shell's language", "bash sh shellscript"),
        ("JavaScript", "javascript js"),
        ("TypeScript", "typescript"),
        ("HTML", "html"),
        ("CSS", "css"),
        ("SQL", "sql"),
        ("KQL", "kql"),
        ("Mermaid", "mermaid"),
        ("HTTP requests", "http"),
        ("R", "r"),
        ("Julia", "julia"),
        ("Rust", "rust"),
        ("Java", "java"),
        ("data (#!value)", "value"),
    ];

    private static readonly Dictionary<string, string> Names =
        Known.SelectMany(language => language.Ids.Split(' ').Select(id => (id, language.Name))).ToDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly (Regex Looks, Func<Match, string> Says)[] Signs =
    [
        (Shell(), match => $"{match.Value.Trim()} is a shell command of Python notebooks, and this kernel runs C#. A package is added with #r \"nuget:NAME,VERSION\"; a program is started with System.Diagnostics.Process.Start(\"PROGRAM\", \"ARGUMENTS\")."),
        (MagicLine(), match => match.Value.Trim() is "%time" or "%%time" or "%timeit" or "%%timeit" ? $"{match.Value.Trim()} is a magic command of Python notebooks. Here #!time prints how long a cell took."
            : $"{match.Value.Trim()} is a magic command of Python notebooks, and this kernel runs C#. Take the line out; #!lsmagic lists what there is here."),
        (Python(), _ => "This looks like Python, and this kernel runs C#: for example Console.WriteLine(x) for print(x), and using NAMESPACE; for import."),
        (FSharp(), _ => "This looks like F#, and this kernel runs C#: for example var x = 1; for let x = 1, and using NAMESPACE; for open."),
    ];

    /// <summary>Whether a notebook's name for a language means C#.</summary>
    public static bool IsCSharp(string id) => id.ToUpperInvariant() is "CSHARP" or "C#" or "CS" or ".NET" or ".NET-CSHARP" or "NET-CSHARP";

    /// <summary>A language as people write it.</summary>
    /// <param name="id">Its name in notebooks.</param>
    public static string NameOf(string id) => Names.GetValueOrDefault(id, id);

    /// <summary>The language that a directive such as #!fsharp switches to, or null.</summary>
    public static string? After(string directive) => directive.StartsWith("#!", StringComparison.Ordinal) ? Names.GetValueOrDefault(directive[2..]) : null;

    /// <summary>A hint for code that does not compile and looks like another language; null when it does not look like one.</summary>
    /// <param name="code">The cell.</param>
    /// <returns>The hint, the line that it is about (from 0), and whether the line can only be that language, so that the compiler's errors are useless.</returns>
    public static (string Hint, int Line, bool IsSure)? HintFor(string code)
    {
        for (var at = 0; at < Signs.Length; at++)
        {
            if (Signs[at].Looks.Match(code) is { Success: true } match)
            {
                return (Signs[at].Says(match), code.AsSpan(0, match.Index + match.Length).Count('\n'), at < 2);
            }
        }
        return null;
    }

    [GeneratedRegex(@"(?<=\A|[;}]\s*\n|\A\s*\n|\n\s*[!%][^\n]*\n)[ \t]*!\s?[a-z][\w.-]*(?=\s|$)")]
    private static partial Regex Shell();

    [GeneratedRegex(@"(?<=\A|[;}]\s*\n|\A\s*\n|\n\s*[!%][^\n]*\n)[ \t]*%%?[A-Za-z]\w*")]
    private static partial Regex MagicLine();

    [GeneratedRegex(@"^(?:(?:from\s+[\w.]+\s+)?import\s+[\w.*, ]+|\s*def\s+\w+\s*\([^)\n]*\)[^:\n]*:\s*|print\s*\(.*\)\s*|(?:if|for|while|with|class)\s[^;{\n]*:\s*)$", RegexOptions.Multiline)]
    private static partial Regex Python();

    [GeneratedRegex(@"^(?:let\s+(?:mutable\s+|rec\s+|inline\s+)?\w+[^;\n]*=[^;\n]*|open\s+[\w.]+\s*)$", RegexOptions.Multiline)]
    private static partial Regex FSharp();
}
