using System.CommandLine;

namespace VideoTools.Cli.Commands;

/// <summary>videotools transcript: what is said in video files, and subtitles of it when asked for.</summary>
internal sealed class TranscriptCommand : VideoCommand
{
    private readonly Option<SpeechModel?> _model = OptionFactory.Choice<SpeechModel>("--model", "Size of the model.");

    private readonly Option<string?> _language = new("--language")
    {
        Description = "Language of the speech (en, de, ...); found out when not given.",
        HelpName = "code",
    };

    private readonly Option<bool> _words = new("--word-timestamp") { Description = "Add the words with their times." };

    private readonly Option<int> _track = OptionFactory.Whole("--audio-track", 0, 0, "Number of the sound track, 0 for the first.");
    private readonly Option<TimeSpan?> _from = OptionFactory.Time("--from", "Start of the range to listen to.");
    private readonly Option<TimeSpan?> _to = OptionFactory.Time("--to", "End of the range to listen to.");
    private readonly Option<InferenceDevice?> _device = OptionFactory.Choice<InferenceDevice>("--device", "What the model runs on.");

    private readonly Option<TranscriptFormat?> _save = OptionFactory.Choice<TranscriptFormat>(
        "--save", "Write a file a video, too: subtitles, JSON or text.");

    private readonly Option<string?> _directory = new("--output-directory")
    {
        Description = "Where --save writes; beside each video when not given.",
        HelpName = "DIR",
    };

    public TranscriptCommand(CliHost host)
        : base(host, "transcript", "Write down what is said in video files.")
    {
        foreach (var option in new Option[] { _model, _language, _words, _track, _from, _to, _device, _save, _directory })
        {
            Command.Options.Add(option);
        }

        AddSharedOptions();
    }

    /// <inheritdoc/>
    protected override SessionRunner Execute(CommandContext context)
    {
        var parsed = context.Parsed;
        var segments = new SortedDictionary<int, List<TranscriptSegment>>();
        var save = parsed.GetValue(_save);
        SessionRunner? runner = null;
        runner = new SessionRunner(context.Host, context.Engine, context.Writer, context.Messages)
        {
            OnRecord = record =>
            {
                if (save is not null && record.Record is TranscriptSegment segment)
                {
                    if (!segments.TryGetValue(record.InputIndex, out var list))
                    {
                        segments.Add(record.InputIndex, list = []);
                    }

                    list.Add(segment);
                }

                runner!.Write(record.Record);
            },
            OnEvent = next =>
            {
                if (next is FailureEvent)
                {
                    // Half a transcript is none.
                    segments.Remove(next.InputIndex);
                }
            },
        };
        var request = new AnalysisRequest(new SpeechOptions
        {
            Model = parsed.GetValue(_model) ?? default,
            Language = parsed.GetValue(_language),
            WordTimestamp = parsed.GetValue(_words),
            AudioTrack = parsed.GetValue(_track),
            Device = parsed.GetValue(_device) ?? default,
        }) { Engine = context.Options };
        runner.Run(request, context.Files.Select(file => new VideoInput(file, parsed.GetValue(_from), parsed.GetValue(_to))));
        if (save is { } format && !runner.IsReaderGone)
        {
            foreach (var list in segments.Values)
            {
                Save(context, runner, list, format);
            }
        }

        return runner;
    }

    private void Save(CommandContext context, SessionRunner runner, List<TranscriptSegment> segments, TranscriptFormat format)
    {
        var directory = context.Parsed.GetValue(_directory) is { } given ? Path.GetFullPath(given, context.Host.WorkingDirectory) : null;
        try
        {
            context.Engine.SaveTranscript(
                segments, context.Engine.GetTranscriptPath(segments[0].FullName, format, directory), format, IsForced(context.Parsed));
        }
        catch (VideoToolsException exception)
        {
            runner.Fail(exception.Error);
        }
    }
}
