using VideoTools.Cli.Commands;

namespace VideoTools.Cli;

/// <summary>The command line: from arguments to an exit code.</summary>
internal static class CliApplication
{
    /// <summary>Runs one command line.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="host">The outside.</param>
    /// <param name="more">Commands beside the built-in ones.</param>
    public static int Run(string[] arguments, CliHost host, params ReadOnlySpan<EngineCommand> more)
    {
        var root = new RootCommand("Scenes, crops, text, speech and templates of videos, at the speed of the decoder.");
        root.Options.Add(EngineCommand.Verbose);
        EngineCommand[] commands =
        [
            new InfoCommand(host), new SceneCommand(host), new CropCommand(host), new PathCommand(host), new ActivityCommand(host),
            new TextCommand(host), new FaceCommand(host), new TranscriptCommand(host), new TemplateCommand(host),
            new FrameCommand(host), new SimilarCommand(host), new OptimizeCommand(host), new QueryCommand(host),
            new DriverCommand(host), new EvaluateCommand(host), new CaptureCommand(host),
            new MetadataCommand(host), new NicheCommand(host), new MeasureCommand(host), new CacheCommand(host), new ModelCommand(host),
            new ReportCommand(host), new SubmitCommand(host), new JobCommand(host), new ReceiveCommand(host), new ResumeCommand(host),
            new RunPartCommand(host),
            .. more,
        ];
        foreach (var command in commands)
        {
            root.Subcommands.Add(command.Command);
        }

        // An unset variable of a script: it must not stand for everything below the working directory.
        if (Array.Find(arguments, IsEmpty) is { } empty)
        {
            host.Error.WriteLine(empty.Length == 0
                ? "videotools: An argument is empty: no file is named. Check the variable that it comes from."
                : $"videotools: '{empty}' has no value. Check the variable that it comes from.");
            return ExitCode.Usage;
        }

        // "@name" and "-abc" are names of files and options here, nothing to expand.
        var parsed = root.Parse(arguments, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                host.Error.WriteLine("videotools: " + error.Message);
            }

            host.Error.WriteLine("videotools: try 'videotools --help' or 'videotools COMMAND --help'.");
            return ExitCode.Usage;
        }

        using var output = new StreamWriter(host.Output, leaveOpen: true) { AutoFlush = true };
        return parsed.Invoke(new InvocationConfiguration
        {
            Output = output,
            Error = host.Error,
            EnableDefaultExceptionHandler = false,

            // Signals are handled in Program, so that children end and the exit code is the shell's.
            ProcessTerminationTimeout = null,
        });
    }

    // "" or "--option=".
    private static bool IsEmpty(string argument) =>
        argument.Length == 0 || (argument.StartsWith("--", StringComparison.Ordinal) && argument.EndsWith('=')
            && argument.IndexOf('=', StringComparison.Ordinal) == argument.Length - 1);
}
