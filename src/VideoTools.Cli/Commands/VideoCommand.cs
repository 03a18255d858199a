namespace VideoTools.Cli.Commands;

/// <summary>Base of the commands that decode videos: the inputs and the options that all share.</summary>
internal abstract class VideoCommand : EngineCommand
{
    private readonly Argument<string[]> _inputs;
    private readonly bool _takesSound;

    private readonly Option<int> _throttle = OptionFactory.Whole(
        "--throttle", 0, 0, "Files worked on at once; 0 lets the engine choose.");

    private readonly Option<bool> _unordered = new("--unordered") { Description = "Give records as files finish, not in input order." };

    private readonly Option<SpeedMode?> _speed = OptionFactory.Choice<SpeedMode>("--speed", "Which decoding work may be skipped.");

    private readonly Option<HardwareAcceleration?> _hardware = OptionFactory.Choice<HardwareAcceleration>(
        "--hwaccel", "Which hardware decodes.");

    private readonly Option<TimeSpan?> _stall = OptionFactory.Time(
        "--stall-timeout", "A decoder that delivers nothing for so long is ended and reported; 30 seconds by default.");

    private readonly Option<string?> _ffmpeg = OptionFactory.Text("--ffmpeg-directory", "DIR", "Directory that holds ffmpeg and ffprobe.");

    private readonly Option<bool> _noCache =
        OptionFactory.Flag("--no-cache", "Neither use results of earlier runs nor keep those of this one.");

    private readonly Option<bool> _refresh =
        OptionFactory.Flag("--refresh", "Compute everything anew and replace what was kept.");

    private readonly Option<bool> _force = new("--force") { Description = "Overwrite files that exist and hold something else." };

    /// <summary>Makes the command.</summary>
    /// <param name="host">The outside.</param>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="takesSources">True when it also takes what is live, in place of files.</param>
    /// <param name="takesSound">True when files with sound only are inputs, too.</param>
    protected VideoCommand(CliHost host, string name, string description, bool takesSources = false, bool takesSound = false)
        : base(host, name, description)
    {
        _takesSound = takesSound;
        _inputs = Inputs(
            "FILE|DIR|GLOB",
            $"Files, directories (searched for video {(takesSound ? "and sound " : "")}files, with those below) "
            + "and patterns with *, ** and ?.",
            takesSources ? ArgumentArity.ZeroOrMore : ArgumentArity.OneOrMore);
    }

    /// <summary>Whether a directory without a video stands for the templates in it.</summary>
    protected virtual bool TakesTemplates => false;

    /// <summary>True when the user wants files overwritten.</summary>
    protected bool IsForced(ParseResult parsed) => parsed.GetValue(_force);

    /// <summary>Adds the shared options behind the command's own.</summary>
    /// <param name="isCached">False for a command that keeps no results.</param>
    /// <param name="isForced">True for a command that writes files.</param>
    protected void AddSharedOptions(bool isCached = true, bool isForced = false)
    {
        AddOptions([
            .. isCached ? [_noCache, _refresh] : Array.Empty<Option>(),
            .. isForced ? [_force] : Array.Empty<Option>(),
            Format, _throttle, _unordered, _speed, _hardware, _stall, _ffmpeg,
        ]);
    }

    /// <summary>Works on the inputs.</summary>
    protected abstract void Execute(ParseResult parsed, CommandRun run, EngineOptions options, IReadOnlyList<string> files);

    protected override void Execute(ParseResult parsed, CommandRun run)
    {
        var options = new EngineOptions
        {
            ThrottleLimit = parsed.GetValue(_throttle),
            Unordered = parsed.GetValue(_unordered),
            Speed = parsed.GetValue(_speed) ?? default,
            HardwareAcceleration = parsed.GetValue(_hardware) ?? default,
            Cache = parsed.GetValue(_noCache) ? CacheMode.Off : parsed.GetValue(_refresh) ? CacheMode.Refresh : CacheMode.Use,
            StallTimeout = parsed.GetValue(_stall) ?? new EngineOptions().StallTimeout,
            FfmpegDirectory = FullPath(parsed.GetValue(_ffmpeg)),
        };
        Execute(parsed, run, options, ExpandVideos(parsed.GetValue(_inputs) ?? [], run, TakesTemplates, _takesSound));
    }
}
