namespace VideoTools.Benchmarks.Measuring;

/// <summary>Medians of a candidate, absolute and in proportion to the first candidate of its table.</summary>
public sealed record Standing(string Name, double Wall, double Cpu, double WallRatio, double CpuRatio);
