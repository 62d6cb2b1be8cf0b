using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using GanNotebooks.Kernel.Display;
using GanNotebooks.Kernel.Sessions;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>Describes run-time errors by cell and line, without the stack frames of the kernel itself.</summary>
internal static partial class Traceback
{
    private static readonly string[] Machinery =
    [
        "Microsoft.CodeAnalysis.", "GanNotebooks.Kernel.Scripting.", "GanNotebooks.Kernel.Sessions.", "System.Runtime.CompilerServices.", "System.Runtime.ExceptionServices.",
        "System.Runtime.ControlledExecution", "System.Threading.Thread", "System.Threading.ExecutionContext", "System.Threading.Tasks.Task",
        "System.Threading.Tasks.AwaitTaskContinuation", "System.Reflection.", "Internal.Runtime.",
    ];

    private const int ShownFrames = 20;
    private const int ShownLines = 3;

    /// <summary>The error that is shown for a cell's exception.</summary>
    public static CellError Of(Exception exception, SourceNames names)
    {
        var cause = CauseOf(exception);
        return new CellError(NameOf(cause), MessageOf(cause), [.. Told(cause, names, string.Empty)]);
    }

    /// <summary>The actual exception, without the wrappers of reflection and tasks.</summary>
    public static Exception CauseOf(Exception exception) => exception switch
    {
        TargetInvocationException { InnerException: { } inner } => CauseOf(inner),
        AggregateException { InnerExceptions: [var only] } => CauseOf(only),
        AggregateException { InnerExceptions: var all } when all.All(one => CauseOf(one) is OperationCanceledException) => CauseOf(all[0]),   // parallel work that was stopped
        _ => exception,
    };

    /// <summary>The cell and line that an exception comes from; null when it comes from no cell or loaded file.</summary>
    public static string? PlaceOf(Exception exception, SourceNames names)
    {
        var (frames, raising) = FramesOf(exception);
        return frames.Select(frame => LinesOf(frame, names, frame == raising ? exception : null)).FirstOrDefault(known => known is { } at && names.Knows(at.Path)) is { } place
            ? names.Describe(place.Path, place.Lines)
            : null;
    }

    // TorchSharp's exceptions for libtorch's errors have this name too.
    private static string NameOf(Exception exception) => exception is NativeFailure ? nameof(ExternalException) : TypeName.Of(exception.GetType());

    private static string MessageOf(Exception exception)
    {
        try
        {
            return exception.Message;
        }
        catch (Exception e)   // any exception's Message may throw
        {
            return $"(its message failed: {TypeName.Of(e.GetType())})";
        }
    }

    private static IEnumerable<string> Told(Exception exception, SourceNames names, string role)
    {
        IEnumerable<string> own = [$"{role}{NameOf(exception)}: {MessageOf(exception)}", .. Frames(exception, names)];
        var inner = exception is AggregateException { InnerExceptions: var all }
            ? all.Select((part, at) => (CauseOf(part), string.Create(CultureInfo.InvariantCulture, $"{at + 1} of {all.Count}: ")))
            : exception.InnerException is { } cause ? [(CauseOf(cause), "caused by ")] : [];
        return own.Concat(inner.SelectMany(part => Told(part.Item1, names, part.Item2)));
    }

    private static IEnumerable<string> Frames(Exception exception, SourceNames names)
    {
        var (frames, raising) = FramesOf(exception);
        var runs = new List<(StackFrame Frame, int Count)>();   // an endless recursion repeats one position many times
        foreach (var frame in frames)
        {
            if (runs.Count > 0 && IsSamePlace(runs[^1].Frame, frame))
            {
                runs[^1] = (runs[^1].Frame, runs[^1].Count + 1);
            }
            else
            {
                runs.Add((frame, 1));
            }
        }
        var more = runs.Skip(ShownFrames).Sum(run => run.Count);
        return runs.Take(ShownFrames)
            .SelectMany(run => Told(run.Frame, names, run.Frame == raising ? exception : null).Concat(run.Count > 1 ? [string.Create(CultureInfo.InvariantCulture, $"   … {run.Count:N0} times")] : []))
            .Concat(more > 0 ? [string.Create(CultureInfo.InvariantCulture, $"   … {more:N0} more")] : []);
    }

    private static bool IsSamePlace(StackFrame frame, StackFrame other) =>
        frame.GetMethod() == other.GetMethod() && frame.GetILOffset() == other.GetILOffset() && frame.GetFileLineNumber() == other.GetFileLineNumber();

    private static (List<StackFrame> Frames, StackFrame? Raising) FramesOf(Exception exception)
    {
        var all = ((exception as NativeFailure)?.Frames ?? new StackTrace(exception, fNeedFileInfo: true)).GetFrames();
        var raising = RaisedLines.IsRaisedByACheck(all.FirstOrDefault()?.GetMethod()) ? all.ElementAtOrDefault(1) : null;
        return ([.. all.Where(frame => frame.GetMethod() is { } method && !IsMachinery(method))], raising);
    }

    private static (string Path, IReadOnlyList<int> Lines)? LinesOf(StackFrame frame, SourceNames names, Exception? raised)
    {
        var method = frame.GetMethod()!;
        return (raised is not null ? names.Raised.OfChecks(method, raised) : null)
            ?? (frame.GetFileName() is { Length: > 0 } file ? (file, [frame.GetFileLineNumber()]) : names.Raised.At(method, frame.GetILOffset()));
    }

    private static IEnumerable<string> Told(StackFrame frame, SourceNames names, Exception? raised)
    {
        var known = LinesOf(frame, names, raised);
        var place = known is { } at ? names.Describe(at.Path, at.Lines) : null;
        var name = NameOf(frame.GetMethod()!);
        if (name is null && place is null)
        {
            yield break;
        }
        yield return $"   at {name}{(name is not null && place is not null ? " in " : string.Empty)}{place}";
        foreach (var line in known?.Lines.Take(ShownLines).Select(line => names.LineOf(known.Value.Path, line)) ?? [])
        {
            if (line is { Length: > 0 })
            {
                yield return $"      {line}";
            }
        }
    }

    private static bool IsMachinery(MethodBase method)
    {
        var name = $"{method.DeclaringType?.FullName}.{method.Name}";
        return Machinery.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
    }

    // Null for the top level of a cell, whose position is enough.
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
