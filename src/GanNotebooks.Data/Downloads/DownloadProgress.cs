namespace GanNotebooks.Data.Downloads;

/// <summary>How much of a file has been downloaded.</summary>
/// <param name="File">The file.</param>
/// <param name="Bytes">How many of its bytes are there so far.</param>
public readonly record struct DownloadProgress(RealFile File, long Bytes);
