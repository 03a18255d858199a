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

    /// <summary>Names of the encoders that videos can be written with here, best known first.</summary>
    /// <param name="ffmpegDirectory">Directory of ffmpeg; null looks for it.</param>
    /// <exception cref="VideoToolsException">There is no ffmpeg.</exception>
    IReadOnlyList<string> GetEncoders(string? ffmpegDirectory);

    /// <summary>The input with the file that an export of it writes.</summary>
    /// <param name="input">The video, with its windows where they are known.</param>
    /// <param name="options">How it is written.</param>
    /// <param name="taken">Names that other inputs of the same export have; the new one is added.</param>
    /// <exception cref="ArgumentException">The template names something that there is not.</exception>
    VideoInput WithDestination(VideoInput input, CropExportOptions options, ISet<string> taken);
}
