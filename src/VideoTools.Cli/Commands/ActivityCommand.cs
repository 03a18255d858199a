using System.CommandLine;
using VideoTools.Cli.Hosting;

namespace VideoTools.Cli.Commands;

/// <summary>videotools activity: how much happens in every scene or segment of video files, and which are dull.</summary>
internal sealed class ActivityCommand : VideoCommand
{
    private readonly ActivityOptionSet _activity = new();
    private readonly RangeOptionSet _range = new();

    public ActivityCommand(CliHost host)
        : base(host, "activity", "Measure how much happens in every scene of video files, and what is dull.")
    {
        AddOptions([.. _activity.All, .. _range.All]);
        AddSharedOptions();
    }

    /// <inheritdoc/>
    protected override void Execute(ParseResult parsed, CommandRun run, EngineOptions options, IReadOnlyList<string> files) =>
        run.Run(new AnalysisRequest(_activity.Read(parsed)) { Engine = options }, files.Select(file => _range.Read(parsed, file)));
}
