using System.Globalization;
using GanNotebooks.Models;

namespace GanNotebooks.Play;

/// <summary>The settings of a generator's pictures.</summary>
internal static class PictureSettings
{
    /// <summary>The value of <c>class</c> for all classes in turn.</summary>
    public const string AllClasses = "all";

    private const long UsualSide = 96;
    private const string Pictures = "Pictures", Along = "Directions";

    /// <summary>The settings for a generator.</summary>
    /// <param name="generator">The generator; only one with classes has the setting <c>class</c>.</param>
    /// <param name="classNames">Its classes' names, or null for their numbers.</param>
    /// <param name="directions">How many directions there are.</param>
    /// <param name="size">The side of a picture in pixels.</param>
    public static IReadOnlyList<Setting> Of(Generator generator, IReadOnlyList<string>? classNames, int directions, long size) =>
    [
        new("seed", Pictures, "Seed", "1") { Min = 0, Max = 999_999, Whole = true, Typed = true, Help = "Other latent vectors, other pictures." },
        .. generator is ConditionalGenerator conditional ? new[] { ClassOf(conditional.Classes, classNames) } : [],
        new("truncation", Pictures, "Truncation ψ", "1") { Min = 0, Max = 1.5, Help = "All latent vectors are multiplied by it: tidier pictures of fewer kinds below 1." },
        new("count", Pictures, "How many", "40") { Min = 1, Max = PictureBook.Most, Whole = true },
        .. Enumerable.Range(1, directions).Select(number => new Setting($"direction{number}", Along, $"Direction {number}", "0") { Min = -4, Max = 4 }),
        new("columns", "", "Columns", "10") { Min = 1, Max = PictureBook.Most, Whole = true },
        new("scale", "", "Scale", $"{Math.Clamp(UsualSide / size, 1, 4)}") { Min = 1, Max = 4, Whole = true },
        new("from", "", "From", "0") { Min = 0, Max = PictureBook.Most - 1, Whole = true },
        new("to", "", "To", "1") { Min = 0, Max = PictureBook.Most - 1, Whole = true },
    ];

    private static Setting ClassOf(long classes, IReadOnlyList<string>? names) => new("class", Pictures, "Class", AllClasses)
    {
        Choices = [new(AllClasses, "All in turn"), .. Enumerable.Range(0, (int)classes).Select(i => i.ToString(CultureInfo.InvariantCulture)).Select((number, i) => new Choice(number, names?.ElementAtOrDefault(i) ?? number))],
    };
}
