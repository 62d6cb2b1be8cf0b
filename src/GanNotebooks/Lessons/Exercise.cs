using System.Globalization;
using System.Net;
using GanNotebooks.Visualizers;

namespace GanNotebooks.Lessons;

/// <summary>The verdict on a learner's answer.</summary>
[TypeFormatterSource(typeof(FormatterSource<Exercise>))]
public sealed class Exercise : IShown<Exercise>
{
    private const string Open = "#8a6d00", Right = "#00664a", Wrong = "#b3261e";

    private Exercise(string name, string verdict, string color) => (Name, Verdict, Color) = (name, verdict, color);

    /// <summary>Which exercise.</summary>
    public string Name { get; }

    /// <summary>What is to be said of the answer.</summary>
    public string Verdict { get; }

    /// <summary>True when the answer is right.</summary>
    public bool Solved => Color == Right;

    private string Color { get; }

    /// <summary>Checks a number.</summary>
    /// <param name="name">Which exercise.</param>
    /// <param name="answer">The learner's answer; null while there is none.</param>
    /// <param name="expected">The right number.</param>
    /// <param name="tolerance">How far off is still right.</param>
    /// <param name="hint">What helps after a wrong answer.</param>
    public static Exercise Check(string name, double? answer, double expected, double tolerance = 1e-3, string hint = "") =>
        Check(name, answer, value => Math.Abs(value - expected) <= tolerance, hint);

    /// <summary>Checks any answer.</summary>
    /// <param name="name">Which exercise.</param>
    /// <param name="answer">The learner's answer; null while there is none.</param>
    /// <param name="right">Whether the answer is right.</param>
    /// <param name="hint">What helps after a wrong answer.</param>
    public static Exercise Check<T>(string name, T? answer, Func<T, bool> right, string hint = "") where T : struct
    {
        if (answer is not { } value) return Unanswered(name);
        return right(value) ? Solution(name) : Mistake(name, string.Create(CultureInfo.InvariantCulture, $"{value} is not right."), hint);
    }

    /// <summary>Checks an answer that is an object: a tensor, a network, a function.</summary>
    /// <param name="name">Which exercise.</param>
    /// <param name="answer">The learner's answer; null while there is none.</param>
    /// <param name="right">Whether the answer is right; what it throws counts as wrong and is shown.</param>
    /// <param name="hint">What helps after a wrong answer.</param>
    public static Exercise CheckObject<T>(string name, T? answer, Func<T, bool> right, string hint = "") where T : class
    {
        if (answer is null) return Unanswered(name);
        try
        {
            return right(answer) ? Solution(name) : Mistake(name, "Not right yet.", hint);
        }
#pragma warning disable CA1031 // Whatever a learner's code throws is part of the verdict.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Mistake(name, $"It threw {e.GetType().Name}: {e.Message.Split('\n')[0]}", hint);
        }
    }

    /// <summary>The verdict as HTML.</summary>
    internal string ToHtml() =>
        $"<div style=\"border-left:4px solid {Color};padding:4px 12px;font:14px system-ui,sans-serif\"><b>{WebUtility.HtmlEncode(Name)}</b> · {WebUtility.HtmlEncode(Verdict)}</div>";

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Verdict}";

    private static Exercise Unanswered(string name) => new(name, "No answer yet. Write yours in the cell above, run it, then run this one.", Open);

    private static Exercise Solution(string name) => new(name, "✓ Right.", Right);

    private static Exercise Mistake(string name, string what, string hint) => new(name, hint.Length > 0 ? $"✗ {what} Hint: {hint}" : $"✗ {what}", Wrong);

    static IReadOnlyList<MimeFormatter<Exercise>> IShown<Exercise>.Forms =>
    [
        new("text/html", exercise => exercise.ToHtml()),
        new("text/plain", exercise => exercise.ToString()),
    ];
}
