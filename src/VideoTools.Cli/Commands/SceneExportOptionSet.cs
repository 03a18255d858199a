namespace VideoTools.Cli.Commands;

/// <summary>The options of an export of scenes.</summary>
internal sealed class SceneExportOptionSet
{
    private static readonly SceneExportOptions Defaults = new();

    private readonly Option<SceneExportFormat?> _format = OptionFactory.Choice<SceneExportFormat>(
        "--export",
        "Write the scenes: a cut list, a table, a page, or a video file each (split); the extension of --output says it, too.");

    private readonly Option<string?> _output = new("--output")
    {
        Description = "What --export writes: a file, a directory, or a template with {stem}, {index:000}, {ext} and {dir}; "
            + "beside the video when not given.",
        HelpName = "DEST",
    };

    private readonly Option<bool> _copy = new("--copy-only")
    {
        Description = "Copy every piece without encoding, from the key frame before its scene.",
    };

    private readonly Option<string?> _encoder = new("--encoder")
    {
        Description = $"Encoder of pieces that cannot be copied; {Defaults.Encoder} by default.",
        HelpName = "name",
    };

    private readonly Option<int> _crf = OptionFactory.Whole("--crf", Defaults.Crf, 0, "Constant quality of these, lower is better.");

    private readonly Option<string?> _preset = new("--preset")
    {
        Description = $"The encoder's preset; {Defaults.Preset} by default.",
        HelpName = "name",
    };

    /// <summary>The options, in the order of the help.</summary>
    public Option[] All => [_format, _output, _copy, _encoder, _crf, _preset];

    /// <summary>What was asked for; null where nothing is to be written.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="scenes">How scenes are found.</param>
    /// <param name="full">Makes a path absolute.</param>
    /// <param name="force">True replaces files that exist.</param>
    public SceneExportOptions? Read(ParseResult parsed, SceneOptions scenes, Func<string, string> full, bool force)
    {
        var output = parsed.GetValue(_output);
        if ((parsed.GetValue(_format) ?? ExportText.SceneFormatOf(output)) is not { } format)
        {
            return output is null ? null : throw new ArgumentException("--output needs --export FORMAT, or an extension that says it.");
        }

        return new SceneExportOptions
        {
            Format = format,
            Destination = ExportText.ResolveDestination(output, full),
            Scenes = scenes,
            CopyOnly = parsed.GetValue(_copy),
            Encoder = parsed.GetValue(_encoder) ?? Defaults.Encoder,
            Crf = parsed.GetValue(_crf),
            Preset = parsed.GetValue(_preset) ?? Defaults.Preset,
            Force = force,
        };
    }
}
