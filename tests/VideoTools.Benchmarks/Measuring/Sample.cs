namespace VideoTools.Benchmarks.Measuring;

/// <summary>One run of one candidate.</summary>
/// <param name="Wall">Seconds from start to end.</param>
/// <param name="Cpu">User and system seconds, child processes included; NaN where the system does not say.</param>
public readonly record struct Sample(double Wall, double Cpu);
