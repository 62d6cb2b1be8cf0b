using System.Globalization;
using System.Text.Json.Serialization;

namespace GanNotebooks.Play;

/// <summary>What is restarted when a setting changes.</summary>
internal enum Effect
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The trainer, with the same networks.</summary>
    Trainer,

    /// <summary>The networks, too.</summary>
    Networks,
}

/// <summary>One of several values of a setting.</summary>
/// <param name="Name">Its name in the address.</param>
/// <param name="Label">Its name on the page.</param>
internal sealed record Choice(string Name, string Label);

/// <summary>A setting. The page shows a control for it, and the address stores its value.</summary>
/// <param name="Name">Its name in the address.</param>
/// <param name="Group">The heading under which the page shows it; empty for settings that the page shows elsewhere.</param>
/// <param name="Label">The control's name.</param>
/// <param name="Usual">The default value, when the address has none.</param>
internal sealed record Setting(string Name, string Group, string Label, string Usual)
{
    private const int LongestText = 2400;

    /// <summary>What it does, in one sentence.</summary>
    public string? Help { get; init; }

    /// <summary>The possible values; null for numbers and texts.</summary>
    public IReadOnlyList<Choice>? Choices { get; init; }

    /// <summary>The smallest number; null for choices and texts.</summary>
    public double? Min { get; init; }

    /// <summary>The largest number.</summary>
    public double? Max { get; init; }

    /// <summary>Whether only whole numbers are allowed.</summary>
    public bool Whole { get; init; }

    /// <summary>Whether the number is typed in, because a slider would be too coarse.</summary>
    public bool Typed { get; init; }

    /// <summary>Whether the slider is logarithmic, for rates and weights.</summary>
    public bool Logarithmic { get; init; }

    /// <summary>What is restarted when it changes.</summary>
    [JsonIgnore]
    public Effect Effect { get; init; } = Effect.Trainer;

    /// <summary>Checks a value and returns it in the form that addresses use.</summary>
    /// <exception cref="PlayException">It is not a value of this setting.</exception>
    public string Checked(string value)
    {
        if (Choices is not null)
            return Choices.Any(choice => choice.Name == value) ? value : throw Wrong(value, $"one of {string.Join(", ", Choices.Select(choice => choice.Name))}");
        if (Min is null) return value.Length <= LongestText ? value : throw Wrong(value, $"at most {LongestText:N0} characters");
        var kind = Whole ? "a whole number" : "a number";
        var known = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        return known && number >= Min && number <= Max && (!Whole || number == Math.Floor(number))
            ? number.ToString(CultureInfo.InvariantCulture)
            : throw Wrong(value, string.Create(CultureInfo.InvariantCulture, $"{kind} from {Min} to {Max}"));
    }

    private PlayException Wrong(string value, string expected) => new($"{Name} \"{(value.Length > 40 ? $"{value[..40]}…" : value)}\": expected {expected}.");
}

/// <summary>A mistake in a request of the browser: the message says what was wrong and what was expected.</summary>
internal sealed class PlayException(string message) : Exception(message);
