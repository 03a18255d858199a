namespace VideoTools.Cli.Commands;

/// <summary>videotools report: one HTML file that shows how videos are made, a niche beside the other, or one video in detail.</summary>
internal sealed class ReportCommand : VideoCommand
{
    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "The HTML file to write.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string?> _title = new("--title") { Description = "Heading of the report.", HelpName = "TEXT" };
    private readonly Option<bool> _noThumbnails = new("--no-thumbnails") { Description = "Leave out the pictures of videos." };
    private readonly Option<bool> _frames = new("--frames") { Description = "Show good and different frames of a single video." };
    private readonly Option<bool> _faces = new("--faces") { Description = "Look for faces, and show the people of a single video." };
    private readonly Option<bool> _force = new("--force") { Description = "Overwrite a file that exists." };

    public ReportCommand(CliHost host)
        : base(host, "report", "One HTML file that shows how videos are made: niches side by side, or one video in detail.")
    {
        AddOptions(_output, _title, _noThumbnails, _frames, _faces, _force);
        AddSharedOptions();
    }

    protected override bool TakesTemplates => true;

    protected override void Execute(ParseResult parsed, CommandRun run, EngineOptions options, IReadOnlyList<string> files)
    {
        var path = FullPath(parsed.GetValue(_output)!);
        var reports = run.Engine.Reports;

        // Said before the work, not after it.
        reports.Check(path, parsed.GetValue(_force));
        var withPictures = !parsed.GetValue(_noThumbnails);
        var collector = Collect(
            run, files, count => reports.CreateRequest(count, withPictures, parsed.GetValue(_frames), parsed.GetValue(_faces), options));
        if (!collector.HasVideo)
        {
            return;
        }

        var data = reports.Complete(collector.ToData(parsed.GetValue(_title)), run.Messages.Error, run.Stop);
        if (withPictures)
        {
            // A video that is gone, or of which no picture can be had, simply has none.
            run.Run(
                reports.CreateStillRequest(data, options), reports.ChooseStills(data), record => collector.Add(record.Record), _ => { });
        }

        reports.Save(data with { Stills = collector.ToData(null).Stills }, path, parsed.GetValue(_force));
        run.Messages.Line($"{path}: {data.Templates.Count} {(data.Templates.Count == 1 ? "video" : "videos")}");
    }

    // What was analysed before is in the template; a video is analysed now.
    private static ReportCollector Collect(CommandRun run, IReadOnlyList<string> files, Func<int, VideoRequest> createRequest)
    {
        var collector = new ReportCollector();
        var templates = run.Engine.Templates;
        foreach (var template in files.Where(templates.IsFile).Select(file => templates.Read(file, run.Fail)).OfType<VideoTemplate>())
        {
            collector.Add(template);
        }

        VideoInput[] videos = [.. files.Where(file => !templates.IsFile(file)).Select(file => new VideoInput(file))];
        if (videos.Length > 0)
        {
            run.Run(createRequest(files.Count), videos, record => collector.Add(record.Record));
        }

        return collector;
    }
}
