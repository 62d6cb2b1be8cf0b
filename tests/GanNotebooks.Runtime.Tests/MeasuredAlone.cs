namespace TorchSharp.Tests;

/// <summary>Tests that look at the process's memory: none other may run beside them.</summary>
[CollectionDefinition(nameof(MeasuredAlone), DisableParallelization = true)]
public class MeasuredAlone;
