using System.CommandLine;

namespace VideoTools.Cli.Commands;

/// <summary>videotools report: one HTML file that shows how videos are made, a niche beside the other, or one video in detail.</summary>
internal sealed class ReportCommand : VideoCommand
{
    private static readonly TimeSpan WaitSlice = TimeSpan.FromMilliseconds(50);

    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "The HTML file to write.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string?> _title = new("--title") { Description = "Heading of the report.", HelpName = "TEXT" };
    private readonly Option<bool> _noThumbnails = new("--no-thumbnails") { Description = "Leave out the pictures of videos." };
    private readonly Option<bool> _force = new("--force") { Description = "Overwrite a file that exists." };

    public ReportCommand(CliHost host)
        : base(host, "report", "One HTML file that shows how videos are made: niches side by side, or one video in detail.")
    {
        foreach (var option in new Option[] { _output, _title, _noThumbnails, _force })
        {
            Command.Options.Add(option);
        }

        AddSharedOptions(isForced: false);
    }

    /// <inheritdoc/>
    protected override bool TakesTemplates => true;

    /// <inheritdoc/>
    protected override SessionRunner Execute(CommandContext context)
    {
        var parsed = context.Parsed;
        var path = Path.GetFullPath(parsed.GetValue(_output)!, context.Host.WorkingDirectory);
        var collector = new ReportCollector();
        var templates = new List<VideoTemplate>();
        var runner = new SessionRunner(context.Host, context.Engine, context.Writer, context.Messages)
        {
            OnRecord = record =>
            {
                collector.Add(record.Record);
                if (record.Record is VideoTemplate template)
                {
                    templates.Add(template);
                }
            },
        };

        // Said before the work, not after it.
        if (File.Exists(path) && !parsed.GetValue(_force))
        {
            runner.Fail(new VideoError(
                VideoErrorId.OutputExists, path, $"The report is not written: '{path}' exists.", "Overwrite it with --force, or choose another name."));
            return runner;
        }

        // What was analysed before is in the template; a video is analysed now.
        foreach (var file in context.Files.Where(context.Engine.Niches.IsTemplateFile))
        {
            if (context.Engine.Niches.ReadTemplate(file, runner.Fail) is { } template)
            {
                collector.Add(template);
                templates.Add(template);
            }
        }

        VideoInput[] videos = [.. context.Files.Where(file => !context.Engine.Niches.IsTemplateFile(file)).Select(file => new VideoInput(file))];
        if (videos.Length > 0)
        {
            runner.Run(context.Engine.Reports.CreateRequest(context.Files.Count, context.Options), videos);
        }

        if (!collector.HasVideo)
        {
            return runner;
        }

        foreach (var niche in Classify(context, templates))
        {
            collector.Add(niche);
        }

        foreach (var cluster in context.Engine.Niches.ClusterForReport(collector.ToData(null)))
        {
            collector.Add(cluster);
        }

        if (!parsed.GetValue(_noThumbnails))
        {
            ReadStills(context, collector);
        }

        try
        {
            context.Engine.Reports.Save(collector.ToData(parsed.GetValue(_title)), path, parsed.GetValue(_force));
            context.Messages.Line($"{path}: {templates.Count} {(templates.Count == 1 ? "video" : "videos")}");
        }
        catch (VideoToolsException exception)
        {
            runner.Fail(exception.Error);
        }

        return runner;
    }

    private static IReadOnlyList<VideoNiche> Classify(CommandContext context, List<VideoTemplate> templates)
    {
        try
        {
            using var classifier = context.Engine.OpenNicheClassifier(new NicheOptions());
            return classifier.Classify([.. templates.Select(template => new NicheEvidence { Template = template })], context.Host.Stop);
        }
        catch (VideoToolsException exception)
        {
            // Without a model or a taxonomy the videos are still worth a report: as one group.
            context.Messages.Error(exception.Error);
            return [];
        }
    }

    // A video that is gone, or of which no picture can be had, simply has none.
    private static void ReadStills(CommandContext context, ReportCollector collector)
    {
        var data = collector.ToData(null);
        using var session = context.Engine.Open(context.Engine.Reports.CreateStillRequest(data, context.Options));
        using var registration = context.Host.Stop.Register(session.Cancel);
        foreach (var input in context.Engine.Reports.ChooseStills(data))
        {
            session.Add(input);
        }

        session.CompleteAdding();
        while (!session.IsFinished)
        {
            context.Host.Stop.ThrowIfCancellationRequested();
            if (session.Take(WaitSlice) is RecordEvent { Record: VideoStill still })
            {
                collector.Add(still);
            }

            context.Messages.Progress(session.Progress);
        }

        context.Host.Stop.ThrowIfCancellationRequested();
        context.Messages.Erase();
    }
}
