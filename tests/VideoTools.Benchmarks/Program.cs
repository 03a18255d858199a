using VideoTools.Benchmarks.Commands;

// One program, one command a file: tools that need the engine and the test media, and are no tests.
Dictionary<string, ICommand> commands = new(StringComparer.Ordinal)
{
    ["accuracy"] = new AccuracyCommand(),
    ["bad-media"] = new BadMediaCommand(),
    ["convert"] = new ConvertCommand(),
    ["driver"] = new DriverCommand(),
    ["face"] = new FaceCommand(),
    ["encode"] = new EncodeCommand(),
    ["folder"] = new FolderCommand(),
    ["follow"] = new FollowCommand(),
    ["frame"] = new FrameCommand(),
    ["flags"] = new FlagsCommand(),
    ["language"] = new LanguageCommand(),
    ["job"] = new JobCommand(),
    ["live"] = new LiveCommand(),
    ["measure"] = new MeasureCommand(),
    ["niche"] = new NicheCommand(),
    ["query"] = new QueryCommand(),
    ["media"] = new MediaCommand(),
    ["memory"] = new MemoryCommand(),
    ["quantize"] = new QuantizeCommand(),
    ["similar"] = new SimilarCommand(),
    ["people"] = new PeopleCommand(),
    ["shortcuts"] = new ShortcutsCommand(),
    ["small"] = new SmallCommand(),
    ["speech"] = new SpeechCommand(),
    ["speech-engines"] = new SpeechEnginesCommand(),
    ["template"] = new TemplateCommand(),
    ["text"] = new TextCommand(),
    ["text-frames"] = new TextFramesCommand(),
    ["speed"] = new SpeedCommand(),
    ["start"] = new StartCommand(),
    ["stop"] = new StopCommand(),
    ["whisper-batch"] = new WhisperBatchCommand(),
};

if (args.Length == 0 || !commands.TryGetValue(args[0], out var command))
{
    Console.Error.WriteLine("usage: VideoTools.Benchmarks <command> [options]");
    foreach (var (name, known) in commands.OrderBy(c => c.Key, StringComparer.Ordinal))
    {
        Console.Error.WriteLine($"  {name,-12} {known.Summary}");
    }

    return 2;
}

return command.Run(args[1..]);
