using System.CommandLine;
using VideoTools.Cli.Input;
using VideoTools.Cli.Output;

namespace VideoTools.Cli.Commands;

/// <summary>Base of the commands: the inputs and the options that all share, and the way from them to an exit code.</summary>
internal abstract class VideoCommand
{
    private readonly CliHost _host;

    private readonly Argument<string[]> _inputs = new("input")
    {
        Description = "Files, directories (searched for video files, with those below) and patterns with *, ** and ?.",
        HelpName = "FILE|DIR|GLOB",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<OutputFormat?> _format = OutputFormats.CreateOption();

    private readonly Option<int> _throttle = OptionFactory.Whole(
        "--throttle", 0, 0, "Files worked on at once; 0 lets the engine choose.");

    private readonly Option<bool> _unordered = new("--unordered") { Description = "Give records as files finish, not in input order." };

    private readonly Option<SpeedMode?> _speed = OptionFactory.Choice<SpeedMode>("--speed", "Which decoding work may be skipped.");

    private readonly Option<HardwareAcceleration?> _hardware = OptionFactory.Choice<HardwareAcceleration>(
        "--hwaccel", "Which hardware decodes.");

    private readonly Option<TimeSpan?> _stall = OptionFactory.Time(
        "--stall-timeout", "A decoder that delivers nothing for so long is ended and reported; 30 seconds by default.");

    private readonly Option<string?> _ffmpeg = new("--ffmpeg-directory")
    {
        Description = "Directory that holds ffmpeg and ffprobe.",
        HelpName = "DIR",
    };

    private readonly Option<bool> _noCache = new("--no-cache") { Description = "Neither use results of earlier runs nor keep those of this one." };

    private readonly Option<bool> _force = new("--force") { Description = "Compute everything anew, and overwrite files that exist." };

    protected VideoCommand(CliHost host, string name, string description)
    {
        _host = host;
        Command = new Command(name, description);
        Command.Arguments.Add(_inputs);
        _inputs.Validators.Add(result =>
        {
            // The parser takes a mistyped option for one more file.
            foreach (var text in result.Tokens.Select(token => token.Value))
            {
                if (text.StartsWith('-') && !File.Exists(Path.GetFullPath(text, host.WorkingDirectory)))
                {
                    result.AddError($"Unknown option '{text}'.");
                }
            }
        });
        Command.SetAction(Run);
    }

    /// <summary>The command for the parser.</summary>
    public Command Command { get; }

    /// <summary>True when the user wants results computed anew and files overwritten.</summary>
    protected bool IsForced(ParseResult parsed) => parsed.GetValue(_force);

    /// <summary>Adds the shared options behind the command's own.</summary>
    /// <param name="isCached">False for a command that keeps no results.</param>
    protected void AddSharedOptions(bool isCached = true)
    {
        if (isCached)
        {
            Command.Options.Add(_noCache);
            Command.Options.Add(_force);
        }

        foreach (var option in new Option[] { _format, _throttle, _unordered, _speed, _hardware, _stall, _ffmpeg })
        {
            Command.Options.Add(option);
        }
    }

    /// <summary>Works on the inputs; called once the engine is there.</summary>
    protected abstract SessionRunner Execute(CommandContext context);

    private int Run(ParseResult parsed)
    {
        var writer = OutputFormats.CreateWriter(parsed.GetValue(_format), _host);
        var messages = new MessageWriter(_host.Error, _host.IsErrorTerminal, TimeProvider.System);
        var options = new EngineOptions
        {
            ThrottleLimit = parsed.GetValue(_throttle),
            Unordered = parsed.GetValue(_unordered),
            Speed = parsed.GetValue(_speed) ?? default,
            HardwareAcceleration = parsed.GetValue(_hardware) ?? default,
            Cache = parsed.GetValue(_noCache) ? CacheMode.Off : parsed.GetValue(_force) ? CacheMode.Refresh : CacheMode.Use,
            StallTimeout = parsed.GetValue(_stall) ?? new EngineOptions().StallTimeout,
            FfmpegDirectory = parsed.GetValue(_ffmpeg) is { } directory ? Path.GetFullPath(directory, _host.WorkingDirectory) : null,
        };

        var failures = 0;
        try
        {
            var files = Expand(parsed.GetValue(_inputs)!, messages, ref failures);
            using var engine = _host.CreateEngine();
            var context = new CommandContext(parsed, options, engine, files)
            {
                Host = _host,
                Writer = writer,
                Messages = messages,
            };
            failures += Execute(context).FailureCount;
        }
        catch (ArgumentException exception)
        {
            messages.Line(exception.Message);
            return ExitCode.Usage;
        }
        catch (OperationCanceledException) when (_host.Stop.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }

        return failures == 0 ? ExitCode.Success : ExitCode.SomeFailed;
    }

    private List<string> Expand(string[] arguments, MessageWriter messages, ref int failures)
    {
        var errors = 0;
        var expander = new InputExpander(_host.WorkingDirectory, error =>
        {
            errors++;
            messages.Error(error);
        });
        var files = arguments.SelectMany(expander.Expand).ToList();
        failures += errors;
        return files;
    }
}
