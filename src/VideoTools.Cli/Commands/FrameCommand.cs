namespace VideoTools.Cli.Commands;

/// <summary>videotools frame: frames of video files that are worth keeping, as records, pictures or a contact sheet.</summary>
internal sealed class FrameCommand : VideoCommand
{
    private static readonly FrameExportOptions Defaults = new();

    private readonly FrameOptionSet _frames = new();
    private readonly RangeOptionSet _range = new();

    private readonly Option<string?> _output = OptionFactory.Text("--output", "DIR", "Write the frames as pictures into this directory.");

    private readonly Option<string?> _sheet = OptionFactory.Text(
        "--contact-sheet", "FILE", "Write a sheet of all frames with their times: .png or .jpg; {stem} is the video's name.");

    private readonly Option<PictureFormat?> _format = OptionFactory.Choice<PictureFormat>(
        "--picture-format", "What pictures are written as; jpeg by default.");

    private readonly Option<int> _quality = OptionFactory.Whole("--quality", Defaults.Quality, 1, "Quality of JPEG and WebP, 1 to 100.");

    private readonly Option<int> _batch = OptionFactory.Whole(
        "--batch-size", Defaults.BatchSize, 1, "Pictures that are read and written at once.");

    public FrameCommand(CliHost host)
        : base(host, "frame", "Choose good and different frames of video files, and write them as pictures or a contact sheet.")
    {
        AddOptions([.. _frames.All, .. _range.All, _output, _sheet, _format, _quality, _batch]);
        AddSharedOptions(isForced: true);
    }

    /// <inheritdoc/>
    protected override void Execute(ParseResult parsed, CommandRun run, EngineOptions options, IReadOnlyList<string> files)
    {
        var (frames, inputs) = (_frames.Read(parsed), files.Select(file => _range.Read(parsed, file)));
        var (output, sheet) = (parsed.GetValue(_output), parsed.GetValue(_sheet));
        if (output is null && sheet is null)
        {
            run.Run(new AnalysisRequest(frames) { Engine = options }, inputs);
            return;
        }

        var export = new FrameExportOptions
        {
            Frames = frames,
            OutputDirectory = FullPath(output),
            ContactSheet = FullPath(sheet),
            Format = parsed.GetValue(_format) ?? default,
            Quality = parsed.GetValue(_quality),
            BatchSize = parsed.GetValue(_batch),
            Force = IsForced(parsed),
        };

        run.Run(new FrameExportRequest(export) { Engine = options }, inputs);
    }
}
