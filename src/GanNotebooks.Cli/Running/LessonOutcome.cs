using GanNotebooks.Kernel.Notebooks;

namespace GanNotebooks.Cli;

/// <summary>The result of running a lesson.</summary>
internal sealed record LessonOutcome(string Name, NotebookRunStatus Status, int ExecutedCells, int TotalCells, TimeSpan Elapsed, string? Headline, string File);
