namespace VideoTools;

/// <summary>Which pictures of crops are written.</summary>
public sealed record CropPreviewOptions
{
    /// <summary>What to write, at least one kind.</summary>
    public ValueList<CropPreviewKind> Kinds { get; init; } = new([CropPreviewKind.Sheet]);

    /// <summary>Which positions are measured where the input brings no crops.</summary>
    public CropOptions Crop { get; init; } = new();

    /// <summary>How candidates are chosen among positions.</summary>
    public CandidateOptions Candidates { get; init; } = new();

    /// <summary>Directory of the pictures; null writes them beside each video.</summary>
    public string? OutputDirectory { get; init; }

    /// <summary>The file to write, for one sheet or one heat map of one video; null takes the usual name.</summary>
    public string? Destination { get; init; }

    /// <summary>True replaces files that exist.</summary>
    public bool Force { get; init; }
}
