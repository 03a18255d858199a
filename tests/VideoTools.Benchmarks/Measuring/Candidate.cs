namespace VideoTools.Benchmarks.Measuring;

/// <summary>Something to time against the others of its table.</summary>
/// <param name="Name">Shown in the table.</param>
/// <param name="Run">Does the work once, to its end.</param>
public sealed record Candidate(string Name, Action Run);
