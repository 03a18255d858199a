namespace VideoTools.Engine.Media.Decoding;

/// <summary>A file with sound only: its times are counted in microseconds, because no picture gives a unit.</summary>
internal static class SoundFile
{
    private const double MissingSeconds = 1;

    // Formats that say the length of their one stream in so many samples; others estimate it, or have a length for all streams.
    private static readonly HashSet<string> Counted = ["wav", "w64", "aiff", "caf", "flac", "au"];

    /// <summary>Unit of the times.</summary>
    public static Rational TimeBase { get; } = new(1, 1_000_000);

    /// <summary>True when a file with sound only is shorter than its header says: in bytes, or in samples.</summary>
    /// <param name="source">The probed file.</param>
    /// <param name="endSeconds">Where the sound ended.</param>
    public static bool IsShort(ProbeResult source, double endSeconds) => !source.HasVideo
        && (WholeFile.IsWhole(source.Info.FullName) == false
            || (source.AudioStreamIndexes.Count == 1 && Counted.Contains(source.Info.Container)
                && source.Info.DurationSeconds - endSeconds > MissingSeconds));
}
