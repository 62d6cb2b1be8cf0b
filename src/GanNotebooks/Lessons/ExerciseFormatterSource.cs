using GanNotebooks.Visualizers;

namespace GanNotebooks.Lessons;

/// <summary>Offers a verdict to notebook kernels.</summary>
internal sealed class ExerciseFormatterSource
{
    /// <summary>One formatter a MIME type.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<Exercise>("text/html", exercise => exercise.ToHtml()),
        new MimeFormatter<Exercise>("text/plain", exercise => exercise.ToString()),
    ];
}
