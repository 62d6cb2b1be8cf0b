namespace GanNotebooks.Kernel.Tests;

/// <summary>Tests of what the whole process shares, or of time: they run after the others, one by one.</summary>
[CollectionDefinition(nameof(AloneInTheProcess), DisableParallelization = true)]
public class AloneInTheProcess;
