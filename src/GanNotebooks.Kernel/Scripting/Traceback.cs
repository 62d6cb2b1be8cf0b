using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using GanNotebooks.Kernel.Display;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>Tells run-time errors by cell and line, without the frames of the machinery that runs cells.</summary>
internal static partial class Traceback
{
    private static readonly string[] Machinery =
    [
        "Microsoft.CodeAnalysis.", "GanNotebooks.Kernel.Scripting.", "System.Runtime.CompilerServices.", "System.Runtime.ExceptionServices.",
        "System.Runtime.ControlledExecution", "System.Threading.Thread", "System.Threading.ExecutionContext", "System.Threading.Tasks.Task",
        "System.Threading.Tasks.AwaitTaskContinuation", "System.Reflection.", "Internal.Runtime.",
    ];

    /// <summary>The error that a cell's exception shows as.</summary>
    public static CellError Of(Exception exception, SourceNames names)
    {
        var cause = Unwrap(exception);
        var lines = new List<string>();
        for (var at = cause; at is not null; at = at.InnerException is { } inner ? Unwrap(inner) : null)
        {
            lines.Add($"{(at == cause ? string.Empty : "caused by ")}{TypeName.Of(at.GetType())}: {at.Message}");
            lines.AddRange(Frames(at, names));
        }
        return new CellError(TypeName.Of(cause.GetType()), cause.Message, lines);
    }

    private static Exception Unwrap(Exception exception) => exception switch
    {
        TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        AggregateException { InnerExceptions: [var only] } => Unwrap(only),
        _ => exception,
    };

    private static IEnumerable<string> Frames(Exception exception, SourceNames names)
    {
        foreach (var frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetMethod() is not { } method || IsMachinery(method))
            {
                continue;
            }
            var place = frame.GetFileName() is { Length: > 0 } file ? names.Describe(file, frame.GetFileLineNumber()) : null;
            var name = NameOf(method);
            if (name is not null || place is not null)
            {
                yield return $"   at {name}{(name is not null && place is not null ? " in " : string.Empty)}{place}";
            }
        }
    }

    private static bool IsMachinery(MethodBase method)
    {
        var name = $"{method.DeclaringType?.FullName}.{method.Name}";
        return Machinery.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
    }

    // Null for the top level of a cell: its place says it all.
    private static string? NameOf(MethodBase method)
    {
        var owner = method.DeclaringType;
        var name = method.Name;
        while (owner is not null && CompilerMade().Match(owner.Name) is { Success: true } made)
        {
            name = name == "MoveNext" && made.Groups[1].Length > 0 ? made.Groups[1].Value : name;   // an async method's or iterator's state machine
            owner = owner.DeclaringType;
        }
        name = LocalOrLambda().Replace(name, match => match.Groups[2].Length > 0 ? match.Groups[2].Value : match.Groups[1].Value);
        if (name is "<Initialize>" or "<Factory>")
        {
            return null;
        }
        var parameters = method.Name == "MoveNext"
            ? string.Empty
            : string.Join(", ", method.GetParameters().Select(parameter => TypeName.Of(parameter.ParameterType)));
        var type = owner is null || IsSubmission(owner) ? string.Empty : QualifiedName(owner) + ".";
        return string.Create(CultureInfo.InvariantCulture, $"{type}{name}({parameters})");
    }

    private static string QualifiedName(Type type)
    {
        var outer = type.DeclaringType is { } declaring
            ? IsSubmission(declaring) ? string.Empty : QualifiedName(declaring) + "."
            : type.Namespace is { Length: > 0 } space ? space + "." : string.Empty;
        return outer + TypeName.Of(type);
    }

    private static bool IsSubmission(Type type) => type.Name.StartsWith("Submission#", StringComparison.Ordinal);

    [GeneratedRegex(@"^<(.*)>(?:d__\d+|c(?:__DisplayClass[\d_]+)?)(?:`\d+)?$")]
    private static partial Regex CompilerMade();

    [GeneratedRegex(@"^<(.*)>(?:b__[\d_]+|g__(.+)\|[\d_]+)$")]
    private static partial Regex LocalOrLambda();
}
