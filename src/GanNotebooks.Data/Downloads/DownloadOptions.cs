namespace GanNotebooks.Data.Downloads;

/// <summary>How often and how long a download tries.</summary>
public sealed record DownloadOptions
{
    /// <summary>How often a mirror that broke off or was busy is tried.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>The pause before the second attempt; it doubles with each one after.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long to wait for an answer or for the next bytes.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A folder on the web to try before the set's own mirrors, such as that of a workshop; null for none.</summary>
    public string? NearestMirror { get; init; }
}
