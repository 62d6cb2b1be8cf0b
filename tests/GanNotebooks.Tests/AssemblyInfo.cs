// All tests share torch's one generator of random numbers.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
