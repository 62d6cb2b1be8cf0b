using TorchSharp;

namespace GanNotebooks.Data;

/// <summary>The words of a set of captions, each with a number, to turn captions into tensors.</summary>
public sealed class Vocabulary
{
    /// <summary>The number that fills up captions that are shorter than others.</summary>
    public const long Padding = 0;

    private readonly Dictionary<string, long> numbers;

    /// <summary>Numbers the words of captions from 1, in the order of the alphabet.</summary>
    /// <param name="captions">All captions, their words separated by spaces. Upper and lower case are the same.</param>
    /// <exception cref="ArgumentException">There is no word.</exception>
    public Vocabulary(IEnumerable<string> captions)
    {
        Words = [.. captions.SelectMany(WordsOf).Distinct().Order(StringComparer.Ordinal)];
        if (Words.Count == 0) throw new ArgumentException("The captions have no words; expected at least one.", nameof(captions));
        numbers = Words.Select((word, i) => (word, i)).ToDictionary(entry => entry.word, entry => entry.i + Padding + 1);
    }

    /// <summary>The words; the first one has the number 1.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>How many numbers there are, padding included: the size of an embedding.</summary>
    public long Count => Words.Count + 1;

    /// <summary>Captions as numbers.</summary>
    /// <param name="captions">At least one, of at least one word each.</param>
    /// <param name="length">Numbers per caption; the words of the longest when left out. Shorter ones end with <see cref="Padding"/>.</param>
    /// <returns>(N, length) int64.</returns>
    /// <exception cref="ArgumentException">A word is not known, or a caption has no words or too many.</exception>
    public torch.Tensor Encode(IReadOnlyList<string> captions, int? length = null)
    {
        var words = captions.Select(WordsOf).ToArray();
        var columns = length ?? words.Select(caption => caption.Length).DefaultIfEmpty().Max();
        var table = new long[captions.Count * columns];
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Length == 0 || words[i].Length > columns)
                throw new ArgumentException($"The caption \"{captions[i]}\" has {words[i].Length} words; expected 1 to {columns}.", nameof(captions));
            for (var j = 0; j < words[i].Length; j++)
                table[i * columns + j] = numbers.TryGetValue(words[i][j], out var number) ? number
                    : throw new ArgumentException($"\"{words[i][j]}\" in \"{captions[i]}\" is not a word of these captions. They have: {string.Join(", ", Words)}.", nameof(captions));
        }
        return torch.tensor(table, [captions.Count, columns]);
    }

    /// <summary>The words that numbers stand for.</summary>
    /// <param name="numbers">One caption, (L) int64.</param>
    public string Decode(torch.Tensor numbers) => string.Join(' ', numbers.data<long>().ToArray().Where(number => number != Padding).Select(number => Words[(int)(number - Padding - 1)]));

    private static string[] WordsOf(string caption) => caption.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
