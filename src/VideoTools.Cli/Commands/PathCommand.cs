using System.CommandLine;
using VideoTools.Cli.Hosting;

namespace VideoTools.Cli.Commands;

/// <summary>videotools path: the window that shows each scene best.</summary>
internal sealed class PathCommand : VideoCommand
{
    private readonly PathOptionSet _path = new();
    private readonly RangeOptionSet _range = new();

    public PathCommand(CliHost host)
        : base(host, "path", "Find the crop of every scene of video files: still, following its subject, or all of it.")
    {
        AddOptions([.. _path.All, .. _range.All]);
        AddSharedOptions();
    }

    /// <inheritdoc/>
    protected override void Execute(ParseResult parsed, CommandRun run, EngineOptions options, IReadOnlyList<string> files) =>
        run.Run(new AnalysisRequest(_path.Read(parsed)) { Engine = options }, files.Select(file => _range.Read(parsed, file)));
}
