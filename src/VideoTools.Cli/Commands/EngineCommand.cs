using System.CommandLine;
using VideoTools.Cli.Input;
using VideoTools.Cli.Output;

namespace VideoTools.Cli.Commands;

/// <summary>Base of every command: the format of the records, and the way from exceptions to an exit code.</summary>
internal abstract class EngineCommand
{
    private readonly Option<OutputFormat?> _format = OutputFormats.CreateOption();

    protected EngineCommand(CliHost host, string name, string description)
    {
        Host = host;
        Command = new Command(name, description);
        Command.SetAction(Run);
    }

    /// <summary>The command for the parser.</summary>
    public Command Command { get; }

    /// <summary>The outside.</summary>
    protected CliHost Host { get; }

    /// <summary>The option of the format; commands add it behind their own.</summary>
    protected Option Format => _format;

    /// <summary>An argument for inputs. The parser takes a mistyped option for one more file; this one does not.</summary>
    protected Argument<string[]> Inputs(string helpName, string description, ArgumentArity arity)
    {
        var inputs = new Argument<string[]>("input") { Description = description, HelpName = helpName, Arity = arity };

        // On the command: the parser passes over the checks of an argument that may be missing.
        Command.Validators.Add(result =>
        {
            foreach (var text in (result.GetResult(inputs)?.Tokens ?? []).Select(token => token.Value))
            {
                if (text.StartsWith('-') && !File.Exists(FullPath(text)))
                {
                    result.AddError($"Unknown option '{text}'.");
                }
            }
        });
        return inputs;
    }

    /// <summary>An absolute path.</summary>
    protected string FullPath(string path) => Path.GetFullPath(path, Host.WorkingDirectory);

    /// <summary>The videos that arguments stand for; the templates of a directory without one where they can be found.</summary>
    protected List<string> ExpandVideos(
        IEnumerable<string> arguments, Action<VideoError> report, Func<string, IReadOnlyList<string>>? findTemplates = null) =>
        [.. arguments.SelectMany(new InputExpander(Host.WorkingDirectory, report) { FindTemplates = findTemplates }.Expand)];

    /// <summary>The work.</summary>
    /// <returns>How many files or rows failed.</returns>
    protected abstract int Execute(ParseResult parsed, IRecordWriter writer, MessageWriter messages);

    private int Run(ParseResult parsed)
    {
        var writer = OutputFormats.CreateWriter(parsed.GetValue(_format), Host);
        var messages = new MessageWriter(Host.Error, Host.IsErrorTerminal, TimeProvider.System);
        try
        {
            return Execute(parsed, writer, messages) == 0 ? ExitCode.Success : ExitCode.SomeFailed;
        }
        catch (ArgumentException exception)
        {
            messages.Line(exception.Message);
            return ExitCode.Usage;
        }
        catch (VideoToolsException exception)
        {
            messages.Error(exception.Error);
            return ExitCode.SomeFailed;
        }
        catch (OperationCanceledException) when (Host.Stop.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
    }
}
