using System.Diagnostics;

namespace GanNotebooks.Kernel.Tests;

/// <summary>Texts with mistakes in them, the same ones each time.</summary>
internal static class Fuzzing
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>How many texts each test tries; GAN_FUZZ asks for more.</summary>
    public static int Count { get; } = int.TryParse(Environment.GetEnvironmentVariable("GAN_FUZZ"), out var more) ? more : 2_000;

    /// <summary>Tries one text: nothing may be thrown, and it may not take five seconds. On a crowded machine one try may wait that long; three do not.</summary>
    public static void Try(int seed, string text, Action<string> work)
    {
        var clock = new Stopwatch();
        for (var tries = 0; tries < 3; tries++)
        {
            clock.Restart();
            var failure = Record.Exception(() => work(text));
            Assert.True(failure is null, $"seed {seed}: {failure}\n{text}");
            if (clock.Elapsed < Longest) return;
        }
        Assert.Fail($"seed {seed}: {clock.Elapsed}\n{text}");
    }

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
