namespace VideoTools.Cli.Commands;

/// <summary>The options of commands that also take what is live.</summary>
internal sealed class LiveOptionSet
{
    /// <summary>What a source may be, for the help.</summary>
    public const string WhatThereIs = "A camera of this machine (/dev/video0, video=NAME, avfoundation:0), an RTSP address, a named pipe, "
        + "or env:NAME, an environment variable that holds one: what is written here stands in the list of processes.";

    private const string Variable = "env:";

    private readonly Option<string[]> _sources = OptionFactory.Texts(
        "--source",
        "ADDRESS|DEVICE|PIPE",
        "In place of files: " + WhatThereIs);

    private readonly Option<TimeSpan?> _duration = OptionFactory.Time(
        "--duration", "How long a source is looked at; until Ctrl+C by default.");

    /// <summary>The options, in the order of the help.</summary>
    public Option[] All => [_sources, _duration];

    /// <summary>True when sources are named.</summary>
    public bool IsNamed(ParseResult parsed) => parsed.GetValue(_sources) is { Length: > 0 };

    /// <summary>Refuses files beside sources, and neither of them.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="run">Knows whether a file that was named is the reason that there is none.</param>
    /// <param name="files">The files that were named and found.</param>
    /// <exception cref="ArgumentException">There are both, or none.</exception>
    public void Check(ParseResult parsed, Hosting.CommandRun run, IReadOnlyList<string> files)
    {
        if (IsNamed(parsed) ? files.Count > 0 : files.Count == 0 && run.FailureCount == 0)
        {
            throw new ArgumentException("Name either files or --source.");
        }
    }

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
            run.Try(() => inputs.Add(VideoInput.OfLive(Parse(text, fullPath), parsed.GetValue(_duration))));
        }

        return inputs;
    }

    /// <summary>Reads a source, or the variable that holds it.</summary>
    /// <exception cref="VideoToolsException">SourceInvalid.</exception>
    public static LiveSource Parse(string text, Func<string, string> fullPath)
    {
        if (!text.StartsWith(Variable, StringComparison.Ordinal))
        {
            return LiveSource.Parse(text, fullPath);
        }

        var held = Environment.GetEnvironmentVariable(text[Variable.Length..]);
        return !string.IsNullOrWhiteSpace(held) ? LiveSource.Parse(held, fullPath) : throw new VideoToolsException(
            VideoErrorId.SourceInvalid, text, $"The environment variable of '{text}' is not set.", "Set it to the address of the source.");
    }
}
