using System.CommandLine;

namespace VideoTools.Cli.Commands;

/// <summary>videotools scene: the scenes of video files, each as soon as its end is known.</summary>
internal sealed class SceneCommand : VideoCommand
{
    private readonly SceneOptionSet _scenes = new();
    private readonly Option<TimeSpan?> _from = OptionFactory.Time("--from", "Start of the range to look at.");
    private readonly Option<TimeSpan?> _to = OptionFactory.Time("--to", "End of the range to look at.");
    private readonly Option<TimeSpan?> _at = OptionFactory.Time("--at", "Give only the scene that is shown at this time.");

    public SceneCommand(CliHost host)
        : base(host, "scene", "Find the scenes (shots) of video files.")
    {
        _scenes.AddTo(Command);
        Command.Options.Add(_from);
        Command.Options.Add(_to);
        Command.Options.Add(_at);
        AddSharedOptions();
    }

    /// <inheritdoc/>
    protected override SessionRunner Execute(CommandContext context)
    {
        var request = new AnalysisRequest(_scenes.Read(context.Parsed)) { Engine = context.Options };
        var inputs = context.Files
            .Select(file => new VideoInput(file, context.Parsed.GetValue(_from), context.Parsed.GetValue(_to)))
            .ToArray();
        return context.Parsed.GetValue(_at) is { } at ? RunAt(context, request, inputs, at) : RunAll(context, request, inputs);
    }

    private static SessionRunner RunAll(CommandContext context, AnalysisRequest request, VideoInput[] inputs)
    {
        var runner = new SessionRunner(context.Host, context.Engine, context.Writer, context.Messages);
        runner.Run(request, inputs);
        return runner;
    }

    private static SessionRunner RunAt(CommandContext context, AnalysisRequest request, VideoInput[] inputs, TimeSpan at)
    {
        var unanswered = new SortedSet<int>(Enumerable.Range(0, inputs.Length));
        SessionRunner? runner = null;
        runner = new SessionRunner(context.Host, context.Engine, context.Writer, context.Messages)
        {
            HasEnough = () => unanswered.Count == 0,
            OnEvent = next =>
            {
                if (next is FailureEvent)
                {
                    unanswered.Remove(next.InputIndex);
                }
            },
            OnRecord = record =>
            {
                if (record.Record is VideoScene scene && scene.Start <= at && at < scene.End)
                {
                    unanswered.Remove(record.InputIndex);
                    runner!.Write(scene);
                }
            },
        };
        runner.Run(request, inputs);
        foreach (var index in runner.IsReaderGone ? [] : unanswered.ToArray())
        {
            var file = inputs[index].FullName;
            runner.Fail(new VideoError(
                VideoErrorId.RangeOutsideVideo,
                file,
                $"'{file}' has no scene at {TimeText.Format(at)}.",
                "Give a time from the start of the video to its end."));
        }

        return runner;
    }
}
