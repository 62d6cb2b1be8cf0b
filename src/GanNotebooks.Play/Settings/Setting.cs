using System.Globalization;
using System.Text.Json.Serialization;

namespace GanNotebooks.Play;

/// <summary>What begins anew when a setting changes.</summary>
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
/// <param name="Name">As the address has it.</param>
/// <param name="Label">As the page shows it.</param>
internal sealed record Choice(string Name, string Label);

/// <summary>One thing that can be set. The page makes a control of it, and the address remembers it.</summary>
/// <param name="Name">As the address has it.</param>
/// <param name="Group">Under which heading the page shows it; empty for those that the page sets in its own way.</param>
/// <param name="Label">What the control is called.</param>
/// <param name="Usual">The value when the address names none.</param>
internal sealed record Setting(string Name, string Group, string Label, string Usual)
{
    private const int LongestText = 2400;

    /// <summary>What it does, in a sentence.</summary>
    public string? Help { get; init; }

    /// <summary>What it may be; null for numbers and texts.</summary>
    public IReadOnlyList<Choice>? Choices { get; init; }

    /// <summary>The smallest number; null for choices and texts.</summary>
    public double? Min { get; init; }

    /// <summary>The largest number.</summary>
    public double? Max { get; init; }

    /// <summary>Whether only whole numbers will do.</summary>
    public bool Whole { get; init; }

    /// <summary>Whether the number is typed in, where a slider would be too coarse.</summary>
    public bool Typed { get; init; }

    /// <summary>Whether a slider goes by factors: for rates and weights.</summary>
    public bool Logarithmic { get; init; }

    /// <summary>What begins anew when it changes.</summary>
    [JsonIgnore]
    public Effect Effect { get; init; } = Effect.Trainer;

    /// <summary>A value in the one way that addresses write it.</summary>
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

/// <summary>A mistake in what the browser asked for: its message says what was wrong and what was expected.</summary>
internal sealed class PlayException(string message) : Exception(message);
