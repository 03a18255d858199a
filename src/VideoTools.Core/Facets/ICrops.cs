namespace VideoTools;

/// <summary>Chooses among measured crop positions. Thread-safe.</summary>
public interface ICrops
{
    /// <summary>The built-in ways to weigh crop measurements.</summary>
    IReadOnlyList<CropStrategyInfo> Strategies { get; }

    /// <summary>
    /// Chooses the positions worth looking at, best first. Positions of several files may be mixed; each file is judged by itself.
    /// </summary>
    /// <param name="positions">Measured positions; none give no candidates, but the options are checked.</param>
    /// <param name="options">How many, and by which strategies.</param>
    /// <exception cref="ArgumentException">An option is out of range or names an unknown strategy.</exception>
    IReadOnlyList<CropCandidate> Select(IReadOnlyList<CropPosition> positions, CandidateOptions options);
}
