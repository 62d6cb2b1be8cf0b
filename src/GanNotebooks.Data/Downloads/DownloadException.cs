namespace GanNotebooks.Data.Downloads;

/// <summary>A set that could not be fetched: its message says what was tried, and how to get the set by hand.</summary>
public sealed class DownloadException : IOException
{
    /// <summary>Makes the error without a message.</summary>
    public DownloadException()
    {
    }

    /// <summary>Makes the error.</summary>
    public DownloadException(string message) : base(message)
    {
    }

    /// <summary>Makes the error with what caused it.</summary>
    public DownloadException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
