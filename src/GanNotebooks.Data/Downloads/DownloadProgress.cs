namespace GanNotebooks.Data.Downloads;

/// <summary>How far a file has come.</summary>
/// <param name="File">Which.</param>
/// <param name="Bytes">How many of its bytes are there.</param>
public readonly record struct DownloadProgress(RealFile File, long Bytes);
