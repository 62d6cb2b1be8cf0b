// Tests seed the one generator of the process: beside another test they would not draw the same numbers each time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
