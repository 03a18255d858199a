namespace VideoTools.Cli.Commands;

/// <summary>videotools info: what video files say about themselves.</summary>
internal sealed class InfoCommand : VideoCommand
{
    private readonly Option<bool> _count = new("--count-frames") { Description = "Count the frames by reading every packet." };

    public InfoCommand(CliHost host)
        : base(host, "info", "Container, size, frame rate, streams of video files.")
    {
        AddOptions(_count);
        AddSharedOptions(isCached: false);
    }

    protected override void Execute(ParseResult parsed, CommandRun run, EngineOptions options, IReadOnlyList<string> files)
    {
        var request = new InfoRequest { Engine = options, CountFrames = parsed.GetValue(_count) };
        run.Run(request, files.Select(file => new VideoInput(file)));
    }
}
