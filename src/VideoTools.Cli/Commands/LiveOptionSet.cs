namespace VideoTools.Cli.Commands;

/// <summary>The options of commands that also take what is live.</summary>
internal sealed class LiveOptionSet
{
    private readonly Option<string[]> _sources = OptionFactory.Texts(
        "--source",
        "ADDRESS|DEVICE|PIPE",
        "A camera of this machine (/dev/video0, video=NAME, avfoundation:0), an RTSP address or a named pipe, in place of files.");

    private readonly Option<TimeSpan?> _duration = OptionFactory.Time(
        "--duration", "How long a source is looked at; until Ctrl+C by default.");

    /// <summary>The options, in the order of the help.</summary>
    public Option[] All => [_sources, _duration];

    /// <summary>True when sources are named.</summary>
    public bool IsNamed(ParseResult parsed) => parsed.GetValue(_sources) is { Length: > 0 };

    /// <summary>The sources; one that is none is reported.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="run">Takes the reports.</param>
    /// <param name="fullPath">Makes a path absolute.</param>
    /// <exception cref="ArgumentException">The duration is out of range.</exception>
    public IReadOnlyList<VideoInput> Read(ParseResult parsed, Hosting.CommandRun run, Func<string, string> fullPath)
    {
        List<VideoInput> inputs = [];
        foreach (var text in parsed.GetValue(_sources) ?? [])
        {
            run.Try(() => inputs.Add(VideoInput.OfLive(LiveSource.Parse(text, fullPath), parsed.GetValue(_duration))));
        }

        return inputs;
    }
}
