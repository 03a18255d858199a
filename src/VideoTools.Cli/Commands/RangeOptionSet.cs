namespace VideoTools.Cli.Commands;

/// <summary>The options of a range of the videos.</summary>
internal sealed class RangeOptionSet
{
    private readonly Option<TimeSpan?> _from = OptionFactory.Time("--from", "Start of the range; the start of the video by default.");
    private readonly Option<TimeSpan?> _to = OptionFactory.Time("--to", "End of the range; the end of the video by default.");

    /// <summary>The options, in the order of the help.</summary>
    public Option[] All => [_from, _to];

    /// <summary>The range that was asked for, of a file.</summary>
    public VideoInput Read(ParseResult parsed, string file) => new(file, parsed.GetValue(_from), parsed.GetValue(_to));

    /// <summary>The scenes of these numbers in the range; the range where there are none.</summary>
    /// <exception cref="ArgumentException">A number is below 1.</exception>
    public IReadOnlyList<VideoInput> ReadScenes(ParseResult parsed, string file, IReadOnlyList<int>? scenes) =>
        VideoInput.OfScenes(file, parsed.GetValue(_from), parsed.GetValue(_to), scenes);
}
