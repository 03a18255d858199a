// Tests look for decoders that this process left running; one beside them would have its own.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
