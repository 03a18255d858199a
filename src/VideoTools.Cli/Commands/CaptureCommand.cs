namespace VideoTools.Cli.Commands;

/// <summary>videotools capture: records a camera, an RTSP address or a named pipe.</summary>
internal sealed class CaptureCommand : EngineCommand
{
    private readonly Argument<string> _source;

    private readonly Option<string?> _output = OptionFactory.Text(
        "--output", "FILE", "The file to write; its extension (.mp4, .mkv, .mov) says the container.");

    private readonly Option<TimeSpan?> _duration = OptionFactory.Time("--duration", "How long to record; until Ctrl+C by default.");

    private readonly Option<TimeSpan?> _segment = OptionFactory.Time(
        "--segment-duration", "Length of a piece, which gets a number; one file by default.");

    private readonly Option<bool> _force = OptionFactory.Flag("--force", "Overwrite files that exist.");

    private readonly Option<TimeSpan?> _stall = OptionFactory.Time(
        "--stall-timeout", "A source that gives nothing for so long is connected to anew; 10 seconds by default.");

    private readonly Option<string?> _ffmpeg = OptionFactory.Text("--ffmpeg-directory", "DIR", "Directory that holds ffmpeg and ffprobe.");

    public CaptureCommand(CliHost host)
        : base(host, "capture", "Record a camera, an RTSP address or a named pipe, without encoding where that is possible.")
    {
        _source = new Argument<string>("source")
        {
            Description = LiveOptionSet.WhatThereIs,
            HelpName = "ADDRESS|DEVICE|PIPE",
        };
        Command.Arguments.Add(_source);
        AddOptions(_output, _duration, _segment, _force, Format, _stall, _ffmpeg);
    }

    /// <inheritdoc/>
    protected override void Execute(ParseResult parsed, CommandRun run)
    {
        var options = new CaptureOptions
        {
            Destination = FullPath(parsed.GetValue(_output)) ?? throw new ArgumentException("--output is missing: the file to write."),
            SegmentSeconds = parsed.GetValue(_segment)?.TotalSeconds,
            Force = parsed.GetValue(_force),
        };
        var input = VideoInput.OfLive(LiveOptionSet.Parse(parsed.GetValue(_source)!, path => FullPath(path)), parsed.GetValue(_duration));
        run.Run(
            new CaptureRequest(options)
            {
                Engine = new EngineOptions
                {
                    StallTimeout = parsed.GetValue(_stall) ?? new EngineOptions().StallTimeout,
                    FfmpegDirectory = FullPath(parsed.GetValue(_ffmpeg)),
                },
            },
            [input]);
    }
}
