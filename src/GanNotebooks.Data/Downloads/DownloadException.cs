namespace GanNotebooks.Data.Downloads;

/// <summary>A set could not be downloaded. The message says what was tried, and how to get the set by hand.</summary>
public sealed class DownloadException : IOException
{
    /// <summary>Creates the exception without a message.</summary>
    public DownloadException()
    {
    }

    /// <summary>Creates the exception.</summary>
    public DownloadException(string message) : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public DownloadException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
