namespace GanNotebooks.Cli;

/// <summary>One line of <c>gan doctor</c>.</summary>
/// <param name="Subject">What was checked.</param>
/// <param name="Ok">Whether it is as it should be.</param>
/// <param name="Found">What was found.</param>
/// <param name="Remedy">What to do when it is not ok.</param>
internal sealed record Finding(string Subject, bool Ok, string Found, string Remedy = "");
