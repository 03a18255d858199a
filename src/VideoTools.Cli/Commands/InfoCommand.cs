using System.CommandLine;

namespace VideoTools.Cli.Commands;

/// <summary>videotools info: what video files say about themselves.</summary>
internal sealed class InfoCommand : VideoCommand
{
    private readonly Option<bool> _count = new("--count-frames") { Description = "Count the frames by reading every packet." };

    public InfoCommand(CliHost host)
        : base(host, "info", "Container, size, frame rate, streams of video files.")
    {
        Command.Options.Add(_count);
        AddSharedOptions(isCached: false, isForced: false);
    }

    /// <inheritdoc/>
    protected override SessionRunner Execute(CommandContext context)
    {
        var runner = new SessionRunner(context.Host, context.Engine, context.Writer, context.Messages);
        var request = new InfoRequest { Engine = context.Options, CountFrames = context.Parsed.GetValue(_count) };
        runner.Run(request, context.Files.Select(file => new VideoInput(file)));
        return runner;
    }
}
