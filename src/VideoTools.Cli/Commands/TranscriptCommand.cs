namespace VideoTools.Cli.Commands;

/// <summary>videotools transcript: what is said in video and sound files, and subtitles of it when asked for.</summary>
internal sealed class TranscriptCommand : VideoCommand
{
    private readonly SpeechOptionSet _speech = new();
    private readonly RangeOptionSet _range = new();
    private readonly Option<string?> _modelPath = OptionFactory.Text(
        "--model-path", "FILE", "A Whisper model in ggml's format to use in place of one that comes along.");

    private readonly Option<bool> _words = new("--word-timestamp") { Description = "Add the words with their times." };
    private readonly Option<DeviceOrder> _device = OptionFactory.Devices("What the model runs on.");

    private readonly Option<TranscriptFormat?> _save = OptionFactory.Choice<TranscriptFormat>(
        "--save", "Write a file a video, too: subtitles, JSON or text.");

    private readonly Option<string?> _directory =
        OptionFactory.Text("--output-directory", "DIR", "Where --save writes; beside each video when not given.");

    public TranscriptCommand(CliHost host)
        : base(host, "transcript", "Write down what is said in video and sound files.", takesSound: true)
    {
        AddOptions([.. _speech.All, _modelPath, _words, .. _range.All, _device, _save, _directory]);
        AddSharedOptions(isForced: true);
    }

    protected override void Execute(ParseResult parsed, CommandRun run, EngineOptions options, IReadOnlyList<string> files)
    {
        var speech = _speech.Read(parsed, parsed.GetValue(_device)) with
        {
            WordTimestamp = parsed.GetValue(_words),
            ModelPath = FullPath(parsed.GetValue(_modelPath)),
        };
        var request = new AnalysisRequest(speech) { Engine = options };
        var segments = new SortedDictionary<int, List<TranscriptSegment>>();
        run.Run(
            request,
            files.Select(file => _range.Read(parsed, file)),
            record =>
            {
                Keep(record);
                run.Write(record.Record);
            },
            failure =>
            {
                // Half a transcript is none.
                segments.Remove(failure.InputIndex);
                run.Fail(failure.Error);
            });
        if (parsed.GetValue(_save) is { } format && !run.IsReaderGone)
        {
            var transcripts = run.Engine.Transcripts;
            var taken = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var list in segments.Values)
            {
                var path = transcripts.Claim(
                    list[0].FullName, format, FullPath(parsed.GetValue(_directory)), taken, run.Messages.Warning);
                var outcome = FileOutcome.Nothing;
                var isSaved = run.Try(() => run.Count(outcome = transcripts.Save(list, path, format, IsForced(parsed))));
                if (isSaved && outcome == FileOutcome.Nothing)
                {
                    run.Messages.Warning($"'{path}' is not written: nobody speaks in '{list[0].FullName}'.");
                }
            }

            run.TellUnchanged();
        }

        void Keep(RecordEvent record)
        {
            if (!segments.TryGetValue(record.InputIndex, out var list))
            {
                segments.Add(record.InputIndex, list = []);
            }

            list.Add((TranscriptSegment)record.Record);
        }
    }
}
