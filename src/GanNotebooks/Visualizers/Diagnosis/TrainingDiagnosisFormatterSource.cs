namespace GanNotebooks.Visualizers;

/// <summary>Offers a diagnosis to notebook kernels.</summary>
internal sealed class TrainingDiagnosisFormatterSource
{
    /// <summary>One formatter a MIME type.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<TrainingDiagnosis>("text/html", diagnosis => diagnosis.ToHtml()),
        new MimeFormatter<TrainingDiagnosis>("text/plain", diagnosis => diagnosis.ToString()),
    ];
}
