using System.CommandLine;
using VideoTools.Cli.Commands;
using VideoTools.Cli.Hosting;

namespace VideoTools.Cli.Tests.Toy;

/// <summary>videotools black: the black frames of video files.</summary>
internal sealed class BlackFrameCommand : VideoCommand
{
    private readonly Option<double?> _threshold = OptionFactory.Number("--threshold", "Mean luma below which a frame is black; 20 by default.");

    public BlackFrameCommand(CliHost host)
        : base(host, "black", "Find the black frames of video files.")
    {
        AddOptions([_threshold]);
        AddSharedOptions();
    }

    protected override void Execute(ParseResult parsed, CommandRun run, EngineOptions options, IReadOnlyList<string> files)
    {
        var request = new AnalysisRequest(new BlackFrameOptions { Threshold = parsed.GetValue(_threshold) ?? 20 }) { Engine = options };
        run.Run(request, files.Select(file => new VideoInput(file)));
    }
}
