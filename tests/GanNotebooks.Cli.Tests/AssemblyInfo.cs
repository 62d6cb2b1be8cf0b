// Lessons read their settings from the process's environment and write to its console: one at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
