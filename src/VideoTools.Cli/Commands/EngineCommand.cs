using System.Diagnostics.CodeAnalysis;
using VideoTools.Cli.Input;
using VideoTools.Cli.Output;

namespace VideoTools.Cli.Commands;

/// <summary>Base of every command: the format of the records, and the way from exceptions to an exit code.</summary>
internal abstract class EngineCommand
{
    /// <summary>Every command's: tells what is done.</summary>
    public static Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = "Tell on the standard error what is done: results used again, command lines of ffmpeg, devices, times.",
        Recursive = true,
    };

    private readonly CliHost _host;

    private readonly Option<OutputFormat?> _format = OptionFactory.Choice<OutputFormat>(
        "--format", "How records are written; table on a terminal, ndjson otherwise.");

    protected EngineCommand(CliHost host, string name, string description)
    {
        _host = host;
        Command = new Command(name, description);
        Command.SetAction(Run);
    }

    /// <summary>The command for the parser.</summary>
    public Command Command { get; }

    /// <summary>The option of the format; commands add it behind their own.</summary>
    protected Option Format => _format;

    /// <summary>Adds options in the order of the help.</summary>
    protected void AddOptions(params ReadOnlySpan<Option> options)
    {
        foreach (var option in options)
        {
            Command.Options.Add(option);
        }
    }

    /// <summary>An argument for inputs. The parser takes a mistyped option for one more file; this one does not.</summary>
    protected Argument<string[]> Inputs(string helpName, string description, ArgumentArity arity)
    {
        var inputs = new Argument<string[]>("input") { Description = description, HelpName = helpName, Arity = arity };
        Command.Arguments.Add(inputs);

        // On the command: the parser passes over the checks of an argument that may be missing.
        Command.Validators.Add(result =>
        {
            foreach (var text in (result.GetResult(inputs)?.Tokens ?? []).Select(token => token.Value))
            {
                if (text == "-")
                {
                    result.AddError("Standard input is not read: save the video to a file and name it.");
                }
                else if (text.StartsWith('-') && !File.Exists(FullPath(text)))
                {
                    result.AddError($"Unknown option '{text}'.");
                }
            }
        });
        return inputs;
    }

    /// <summary>An absolute path; null for null.</summary>
    [return: NotNullIfNotNull(nameof(path))]
    protected string? FullPath(string? path) => path is null ? null : Path.GetFullPath(path, _host.WorkingDirectory);

    /// <summary>
    /// The videos that arguments stand for; the templates of a directory without one, and its sound files, where those are taken, too.
    /// </summary>
    protected List<string> ExpandVideos(
        IEnumerable<string> arguments, CommandRun run, bool takesTemplates = false, bool takesSound = false) =>
        Expand(arguments, new InputExpander(_host.WorkingDirectory, run.Fail)
        {
            FindTemplates = takesTemplates ? run.Engine.Templates.FindFiles : null,
            TakesSound = takesSound,
        });

    /// <summary>What arguments stand for where the engine takes directories: patterns are expanded, directories are not.</summary>
    protected List<string> ExpandPatterns(IEnumerable<string>? arguments, CommandRun run) =>
        Expand(arguments ?? [], new InputExpander(_host.WorkingDirectory, run.Fail) { KeepsDirectories = true });

    /// <summary>The work.</summary>
    protected abstract void Execute(ParseResult parsed, CommandRun run);

    private static List<string> Expand(IEnumerable<string> arguments, InputExpander expander) =>
        [.. arguments.SelectMany(expander.Expand)];

    private int Run(ParseResult parsed)
    {
        var writer = OutputFormats.CreateWriter(parsed.GetValue(_format), _host.Output, _host.IsOutputTerminal ? _host.TerminalWidth : 0);
        var messages = new MessageWriter(_host.Error, _host.IsErrorTerminal, TimeProvider.System);
        try
        {
            using var engine = _host.CreateEngine();
            var run = new CommandRun(_host, engine, writer, messages) { TellsDetails = parsed.GetValue(Verbose) };
            run.Try(() => Execute(parsed, run));
            return run.Code ?? (run.FailureCount == 0 ? ExitCode.Success : ExitCode.SomeFailed);
        }
        catch (ArgumentException exception)
        {
            messages.Line(ShellText.ForCommandLine(ShellText.Of(exception)));
            return ExitCode.Usage;
        }
        catch (OperationCanceledException) when (_host.Stop.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
    }
}
