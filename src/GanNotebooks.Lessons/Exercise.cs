using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using GanNotebooks.Charts;

namespace GanNotebooks.Lessons;

/// <summary>The verdict on a learner's answer.</summary>
[TypeFormatterSource(typeof(FormatterSource<Exercise>))]
public sealed class Exercise : IShown<Exercise>
{
    private const string Open = "#8a6d00", Right = "#00664a", Wrong = "#b3261e";

    private static readonly ConcurrentDictionary<string, int> WrongAnswers = new();

    private Exercise(string name, string verdict, string color) => (Name, Verdict, Color) = (name, verdict, color);

    /// <summary>The exercise's name.</summary>
    public string Name { get; }

    /// <summary>The verdict in words.</summary>
    public string Verdict { get; }

    /// <summary>True when the answer is right.</summary>
    public bool Solved => Color == Right;

    private string Color { get; }

    /// <summary>Checks a number.</summary>
    /// <param name="name">The exercise's name.</param>
    /// <param name="answer">The learner's answer; null while there is none.</param>
    /// <param name="expected">The right number.</param>
    /// <param name="tolerance">The largest error that still counts as right.</param>
    /// <param name="hints">Hints, from a small one to nearly the answer: each wrong answer shows one more.</param>
    public static Exercise Check(string name, double? answer, double expected, double tolerance = 1e-3, params string[] hints) =>
        Check(name, answer, value => Math.Abs(value - expected) <= tolerance, hints);

    /// <summary>Checks any answer.</summary>
    /// <param name="name">The exercise's name.</param>
    /// <param name="answer">The learner's answer; null while there is none.</param>
    /// <param name="right">Whether the answer is right.</param>
    /// <param name="hints">Hints, from a small one to nearly the answer: each wrong answer shows one more.</param>
    public static Exercise Check<T>(string name, T? answer, Func<T, bool> right, params string[] hints) where T : struct
    {
        if (answer is not { } value) return Unanswered(name);
        return right(value) ? Solution(name) : Mistake(name, string.Create(CultureInfo.InvariantCulture, $"{value} is not right."), hints);
    }

    /// <summary>Checks an answer that is an object: a tensor, a network, a function.</summary>
    /// <param name="name">The exercise's name.</param>
    /// <param name="answer">The learner's answer; null while there is none.</param>
    /// <param name="right">Whether the answer is right; an exception counts as wrong and is shown.</param>
    /// <param name="hints">Hints, from a small one to nearly the answer: each wrong answer shows one more.</param>
    public static Exercise CheckObject<T>(string name, T? answer, Func<T, bool> right, params string[] hints) where T : class =>
        Explain(name, answer, value => right(value) ? null : "Not right yet.", hints);

    /// <summary>Checks an answer and says what is wrong with it.</summary>
    /// <param name="name">The exercise's name.</param>
    /// <param name="answer">The learner's answer; null while there is none.</param>
    /// <param name="mistake">Says what is wrong, or returns null; an exception counts as wrong and is shown.</param>
    /// <param name="hints">Hints, from a small one to nearly the answer: each wrong answer shows one more.</param>
    public static Exercise Explain<T>(string name, T? answer, Func<T, string?> mistake, params string[] hints) where T : class
    {
        if (answer is null) return Unanswered(name);
        try
        {
            return mistake(answer) is { } wrong ? Mistake(name, wrong, hints) : Solution(name);
        }
#pragma warning disable CA1031 // Whatever a learner's code throws is part of the verdict.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Mistake(name, $"It threw {e.GetType().Name}: {e.Message.Split('\n')[0]}", hints);
        }
    }

    /// <summary>The verdict as HTML.</summary>
    internal string ToHtml() =>
        $"<div style=\"border-left:4px solid {Color};padding:4px 12px;font:14px system-ui,sans-serif\"><b>{WebUtility.HtmlEncode(Name)}</b> · {WebUtility.HtmlEncode(Verdict)}</div>";

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Verdict}";

    private static Exercise Unanswered(string name) => new(name, "No answer yet. Write yours in the cell above, run it, then run this one.", Open);

    private static Exercise Solution(string name) => new(name, "✓ Right.", Right);

    private static Exercise Mistake(string name, string what, string[] hints)
    {
        var shown = hints[..Math.Min(hints.Length, WrongAnswers.AddOrUpdate(name, 1, (_, before) => before + 1))];
        var told = shown.Select((hint, at) => hints.Length > 1 ? $"Hint {at + 1} of {hints.Length}: {hint}" : $"Hint: {hint}");
        return new(name, string.Join(' ', told.Prepend($"✗ {what}")), Wrong);
    }

    static IReadOnlyList<MimeFormatter<Exercise>> IShown<Exercise>.Forms =>
    [
        new("text/html", exercise => exercise.ToHtml()),
        new("text/plain", exercise => exercise.ToString()),
    ];
}
