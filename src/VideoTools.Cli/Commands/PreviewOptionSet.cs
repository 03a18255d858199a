namespace VideoTools.Cli.Commands;

/// <summary>The options of pictures of crops.</summary>
internal sealed class PreviewOptionSet
{
    private readonly Option<string?> _preview = new("--preview")
    {
        Description = "Write pictures of the candidates: a directory, or a .png file for one video.",
        HelpName = "DIR|FILE.png",
    };

    private readonly Option<bool> _single = new("--single")
    {
        Description = "With --preview: what is inside of each, in place of the sheet.",
    };

    private readonly Option<bool> _heat = new("--heat-map") { Description = "With --preview: how strong each measure is where." };

    /// <summary>The options, in the order of the help.</summary>
    public Option[] All => [_preview, _single, _heat];

    /// <summary>What was asked for; null where no pictures are to be written.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="crop">What is measured.</param>
    /// <param name="candidates">How candidates are chosen.</param>
    /// <param name="full">Makes a path absolute.</param>
    /// <param name="force">True replaces files that exist.</param>
    /// <exception cref="ArgumentException">An option needs --preview.</exception>
    public CropPreviewOptions? Read(
        ParseResult parsed, CropOptions crop, CandidateOptions candidates, Func<string, string> full, bool force)
    {
        List<CropPreviewKind> kinds = [];
        if (parsed.GetValue(_single))
        {
            kinds.Add(CropPreviewKind.Single);
        }

        if (parsed.GetValue(_heat))
        {
            kinds.Add(CropPreviewKind.HeatMap);
        }

        if (parsed.GetValue(_preview) is not { } target)
        {
            return kinds.Count == 0 ? null : throw new ArgumentException("--single and --heat-map need --preview DIR.");
        }

        var isFile = Path.GetExtension(target).Equals(".png", StringComparison.OrdinalIgnoreCase) && !Directory.Exists(full(target));
        return new CropPreviewOptions
        {
            Kinds = new(kinds.Count > 0 ? kinds : [CropPreviewKind.Sheet]),
            Crop = crop,
            Candidates = candidates,
            Destination = isFile ? full(target) : null,
            OutputDirectory = isFile ? null : full(target),
            Force = force,
        };
    }
}
