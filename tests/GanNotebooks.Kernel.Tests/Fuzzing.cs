namespace GanNotebooks.Kernel.Tests;

/// <summary>Texts with mistakes in them, the same ones each time.</summary>
internal static class Fuzzing
{
    /// <summary>How many texts each test tries; GAN_FUZZ asks for more.</summary>
    public static int Count { get; } = int.TryParse(Environment.GetEnvironmentVariable("GAN_FUZZ"), out var more) ? more : 2_000;

    /// <summary>The text with a few changes: characters taken out, doubled, replaced, pieces put in.</summary>
    public static string Mutate(string text, string[] pieces, Random random)
    {
        for (var changes = random.Next(1, 6); changes > 0; changes--)
        {
            var at = random.Next(text.Length + 1);
            var length = Math.Min(random.Next(random.Next(4) == 0 ? 60 : 4), text.Length - at);
            text = random.Next(4) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(random.Next(text.Length + 1), text.Substring(at, length)),
                2 => text.Insert(at, pieces[random.Next(pieces.Length)]),
                _ => text.Remove(at, length).Insert(at, pieces[random.Next(pieces.Length)]),
            };
        }
        return text;
    }
}
